package plenum.account;

import java.time.Instant;
import java.util.List;
import plenum.mail.MailAddress;

/** Invitations that nobody has taken yet. Blocks on the database. */
public interface Invitations {
    /** Those that end first, first. */
    List<Invitation> open(int first, int most);

    int count();

    /** The link stops working. False when there is none for the address. */
    boolean cancel(MailAddress email);

    record Invitation(MailAddress email, AccountRole role, Instant until) {}
}

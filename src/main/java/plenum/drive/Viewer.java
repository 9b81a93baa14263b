package plenum.drive;

import java.util.UUID;
import plenum.account.Account;

/** Whose files and shares are looked up. */
public record Viewer(UUID account, String email) {
    public static Viewer of(Account account) {
        return new Viewer(account.id(), account.email().text());
    }

    /** Addresses belong in no log. */
    @Override
    public String toString() {
        return "viewer " + account;
    }
}

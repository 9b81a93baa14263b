package plenum.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import plenum.mail.Letter;
import plenum.mail.MailOutbox;
import plenum.platform.PersonalData;

/** Deletes an account with all personal data that any feature stores about it, in one transaction. */
@ApplicationScoped
public class Leaving {
    @Inject
    @Any
    Instance<PersonalData> parts;

    @Inject
    Accounts accounts;

    @Inject
    MailOutbox outbox;

    /** False when it is the last admin: nobody could make another one. */
    @Transactional
    public boolean delete(Account account) {
        if (account.isAdmin() && accounts.count(AccountRole.ADMIN) <= 1) {
            return false;
        }
        UUID id = account.id();
        parts.forEach(part -> part.erase(id));
        accounts.delete(id);
        outbox.put(new Letter(account.email(), account.language(), "deleted", List.of(), Optional.empty()));
        return true;
    }
}

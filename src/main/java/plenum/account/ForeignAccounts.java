package plenum.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import plenum.account.Account.MeetingDefaults;
import plenum.mail.MailAddress;

/** Accounts of people whom somebody else has proven, with the groups and the role that they say. Blocks on the database. */
@ApplicationScoped
@Transactional
public class ForeignAccounts {
    private static final int MOST_GROUPS = 200;

    @Inject
    Accounts accounts;

    @Inject
    InstantSource clock;

    /** The account of an address; made at first sight. */
    public Account of(MailAddress email, Optional<String> name, Locale language) {
        return accounts.byEmail(email)
                .orElseGet(() -> accounts.create(newAccount(email, name, language), Optional.empty())
                        .or(() -> accounts.byEmail(email))
                        .orElseThrow());
    }

    private Account newAccount(MailAddress email, Optional<String> name, Locale language) {
        String local = email.text().substring(0, email.text().indexOf('@'));
        return new Account(
                UUID.randomUUID(),
                email,
                name.flatMap(DisplayName::parse).orElseGet(() -> new DisplayName(local)),
                AccountRole.USER,
                AccountState.ACTIVE,
                language,
                ZoneId.systemDefault(),
                MeetingDefaults.standard(),
                clock.instant());
    }

    /** Exactly these; those that cannot be names of groups are left out. */
    public void setGroups(Account account, Collection<String> groups) {
        List<String> names = groups.stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty() && name.length() <= Groups.LONGEST_NAME)
                .distinct()
                .limit(MOST_GROUPS)
                .toList();
        accounts.setGroups(account.id(), names);
    }

    /** The last admin stays one: nobody could make another. */
    public void setAdmin(Account account, boolean admin) {
        if (admin && !account.isAdmin()) {
            accounts.setRole(account.id(), AccountRole.ADMIN);
        } else if (!admin && account.isAdmin() && accounts.count(AccountRole.ADMIN) > 1) {
            accounts.setRole(account.id(), AccountRole.USER);
        }
    }

    /** Of accounts that are no admins. */
    public void setExternal(Account account, boolean external) {
        if (external && account.role() == AccountRole.USER) {
            accounts.setRole(account.id(), AccountRole.EXTERNAL);
        } else if (!external && account.role() == AccountRole.EXTERNAL) {
            accounts.setRole(account.id(), AccountRole.USER);
        }
    }
}

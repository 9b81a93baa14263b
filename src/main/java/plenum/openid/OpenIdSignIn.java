package plenum.openid;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import plenum.account.Account;
import plenum.account.Account.MeetingDefaults;
import plenum.account.AccountRole;
import plenum.account.AccountState;
import plenum.account.Accounts;
import plenum.account.DisplayName;
import plenum.mail.MailAddress;
import plenum.platform.Settings.OpenIdProvider;

/** Finds or makes the account of somebody whom a provider has proven, and gives it the groups and the role that the provider says. */
@ApplicationScoped
public class OpenIdSignIn {
    private static final int MOST_GROUPS = 200;
    private static final int LONGEST_GROUP = 120;

    @Inject
    Accounts accounts;

    @Inject
    OpenIdLinks links;

    @Inject
    InstantSource clock;

    /** Empty when the provider proved no address, so that there can be no account. The state is the caller's to look at. */
    @Transactional
    public Optional<Account> account(OpenIdProvider provider, Proven proven, Locale language) {
        Optional<Account> found = links.account(provider.id(), proven.subject()).flatMap(accounts::byId);
        Optional<Account> account = found.or(
                () -> proven.email().flatMap(MailAddress::parse).flatMap(email -> byEmail(email, proven, language)));
        if (account.isEmpty()) {
            return Optional.empty();
        }
        UUID id = account.get().id();
        if (found.isEmpty()) {
            links.link(provider.id(), proven.subject(), id);
        }
        if (!proven.groups().isEmpty()) {
            accounts.setGroups(id, groups(proven));
        }
        provider.admins()
                .ifPresent(group -> setRole(account.get(), proven.groups().contains(group)));
        return accounts.byId(id);
    }

    private Optional<Account> byEmail(MailAddress email, Proven proven, Locale language) {
        return accounts.byEmail(email).or(() -> accounts.create(newAccount(email, proven, language), Optional.empty()));
    }

    private Account newAccount(MailAddress email, Proven proven, Locale language) {
        String local = email.text().substring(0, email.text().indexOf('@'));
        DisplayName name = proven.name().flatMap(DisplayName::parse).orElseGet(() -> new DisplayName(local));
        return new Account(
                UUID.randomUUID(),
                email,
                name,
                AccountRole.USER,
                AccountState.ACTIVE,
                language,
                ZoneId.systemDefault(),
                MeetingDefaults.standard(),
                clock.instant());
    }

    private static List<String> groups(Proven proven) {
        return proven.groups().stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty() && name.length() <= LONGEST_GROUP)
                .distinct()
                .limit(MOST_GROUPS)
                .toList();
    }

    /** The last admin stays one: nobody could make another. */
    private void setRole(Account account, boolean admin) {
        if (admin && !account.isAdmin()) {
            accounts.setRole(account.id(), AccountRole.ADMIN);
        } else if (!admin && account.isAdmin() && accounts.count(AccountRole.ADMIN) > 1) {
            accounts.setRole(account.id(), AccountRole.USER);
        }
    }
}

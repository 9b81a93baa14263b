package plenum.openid;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import plenum.account.Account;
import plenum.account.Accounts;
import plenum.account.ForeignAccounts;
import plenum.mail.MailAddress;
import plenum.platform.Settings.OpenIdProvider;

/** Finds or makes the account of somebody whom a provider has proven, and gives it the groups and the role that the provider says. */
@ApplicationScoped
public class OpenIdSignIn {
    @Inject
    Accounts accounts;

    @Inject
    ForeignAccounts foreign;

    @Inject
    OpenIdLinks links;

    /** Empty when the provider proved no address, so that there can be no account. The state is the caller's to look at. */
    @Transactional
    public Optional<Account> account(OpenIdProvider provider, Proven proven, Locale language) {
        Optional<Account> found = links.account(provider.id(), proven.subject()).flatMap(accounts::byId);
        Optional<Account> account = found.or(() ->
                proven.email().flatMap(MailAddress::parse).map(email -> foreign.of(email, proven.name(), language)));
        if (account.isEmpty()) {
            return Optional.empty();
        }
        UUID id = account.get().id();
        if (found.isEmpty()) {
            links.link(provider.id(), proven.subject(), id);
        }
        if (!proven.groups().isEmpty()) {
            foreign.setGroups(account.get(), proven.groups());
        }
        setRole(provider, proven, id);
        return accounts.byId(id);
    }

    private void setRole(OpenIdProvider provider, Proven proven, UUID id) {
        provider.admins()
                .ifPresent(group -> foreign.setAdmin(
                        accounts.byId(id).orElseThrow(), proven.groups().contains(group)));
        provider.externals()
                .ifPresent(group -> foreign.setExternal(
                        accounts.byId(id).orElseThrow(), proven.groups().contains(group)));
    }
}

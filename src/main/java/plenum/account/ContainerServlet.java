package plenum.account;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.platform.Settings;
import plenum.platform.Settings.Container;

/**
 * Signing in by what the container authenticates (Elytron: LDAP, Kerberos, SAML …), where a setting allows it: has the container ask who that is, in whatever way
 * it was configured, and opens a session of ours for them.
 */
@WebServlet(name = "container", urlPatterns = ContainerServlet.PATH)
@ServletSecurity(@HttpConstraint(rolesAllowed = ContainerServlet.ANYBODY))
public class ContainerServlet extends HttpServlet {
    static final String PATH = "/sign-in/container";
    /** Whoever the container has authenticated, whatever their roles (Jakarta Servlet section 13.8.1). */
    static final String ANYBODY = "**";

    private static final long serialVersionUID = 1L;
    private static final Logger log = LoggerFactory.getLogger(ContainerServlet.class);

    @Inject
    transient Settings settings;

    @Inject
    transient ForeignAccounts accounts;

    @Inject
    transient Accounts stored;

    @Inject
    transient ForeignSignIn signIn;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        Optional<Container> container = settings.services().accounts().container();
        if (container.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Optional<Principal> proven = proven(request, response);
        if (proven.isEmpty()) {
            return; // the container has answered: with its question, or with its page
        }
        Optional<Account> account = ContainerIdentity.of(proven.get().getName(), request::isUserInRole, container.get())
                .map(identity -> account(request, identity))
                .filter(found -> found.state() == AccountState.ACTIVE);
        if (account.isEmpty()) {
            response.sendRedirect(request.getContextPath() + "/sign-in?failed=openid");
            return;
        }
        signIn.signIn(request, response, account.get());
        response.sendRedirect(request.getContextPath() + signIn.pathOf(request.getParameter("to")));
    }

    private static Optional<Principal> proven(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            return request.getUserPrincipal() != null || request.authenticate(response)
                    ? Optional.ofNullable(request.getUserPrincipal())
                    : Optional.empty();
        } catch (ServletException e) {
            log.warn("the container cannot authenticate anybody: it needs an application security domain", e);
            response.sendRedirect(request.getContextPath() + "/sign-in?failed=openid");
            return Optional.empty();
        }
    }

    private Account account(HttpServletRequest request, ContainerIdentity identity) {
        Account account = accounts.of(identity.email(), Optional.empty(), AccountLanguage.of(request.getLocales()));
        if (!identity.groups().isEmpty()) {
            accounts.setGroups(account, identity.groups());
        }
        identity.admin().ifPresent(admin -> accounts.setAdmin(account, admin));
        return stored.byId(account.id()).orElseThrow();
    }
}

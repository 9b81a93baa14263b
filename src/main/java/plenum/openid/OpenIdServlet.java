package plenum.openid;

import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import plenum.account.Account;
import plenum.account.AccountLanguage;
import plenum.account.AccountState;
import plenum.account.ForeignSignIn;
import plenum.openid.OpenIdLinks.Begun;
import plenum.openid.OpenIdLinks.ThereToo;
import plenum.platform.SecretToken;
import plenum.platform.SiteAddress;

/**
 * The two ends of signing in by a provider: {@code /openid/{provider}} sends a browser there, {@code /openid/callback} takes it back; and
 * {@code /openid/{provider}/back-channel-logout}, which the provider itself tells who was signed out. What was begun is bound to the browser by
 * a cookie, so that nobody is signed in by another's link.
 */
@WebServlet(name = "openid", urlPatterns = "/openid/*")
public class OpenIdServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String CALLBACK = "/openid/callback";
    private static final String LOGOUT = "/back-channel-logout";
    private static final int LONGEST = 4000;

    @Inject
    transient OpenIdProviders providers;

    @Inject
    transient OpenIdSignIn accounts;

    @Inject
    transient OpenIdLinks links;

    @Inject
    transient ForeignSignIn signIn;

    @Inject
    transient SiteAddress site;

    @Inject
    transient RandomGenerator random;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        String path = path(request);
        if (path.equals("/callback")) {
            finish(request, response);
        } else {
            begin(path.substring(1), request, response);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        String path = path(request);
        String token = request.getParameter("logout_token");
        Optional<OpenIdProviders.Entry> entry = path.endsWith(LOGOUT)
                ? providers.find(path.substring(1, path.length() - LOGOUT.length()))
                : Optional.empty();
        if (entry.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Optional<LogoutTokenClaimsSet> said =
                token == null ? Optional.empty() : entry.get().client().signedOut(token);
        if (said.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        links.end(
                entry.get().provider().id(),
                Optional.ofNullable(said.get().getSubject()).map(Object::toString),
                Optional.ofNullable(said.get().getSessionID()).map(Object::toString));
        response.setStatus(HttpServletResponse.SC_OK);
    }

    private void begin(String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<OpenIdProviders.Entry> entry = providers.find(id);
        if (entry.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        String state = SecretToken.draw(random).text();
        String nonce = SecretToken.draw(random).text();
        String verifier = new CodeVerifier().getValue();
        Optional<URI> there = entry.get().client().authorization(back(), state, nonce, verifier);
        String to = signIn.pathOf(request.getParameter("to"));
        if (there.isEmpty()) {
            failed(request, response, to);
            return;
        }
        links.begin(state, new Begun(id, nonce, verifier, to));
        signIn.bind(request, response, new SecretToken(state));
        response.sendRedirect(there.get().toString());
    }

    private void finish(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String state = text(request, "state");
        String code = text(request, "code");
        boolean ours = signIn.isBound(request, response, state);
        Optional<Begun> begun = ours ? links.take(state) : Optional.empty();
        String to = begun.map(Begun::to).orElse("/");
        Optional<OpenIdProviders.Entry> entry = begun.flatMap(found -> providers.find(found.provider()));
        if (code.isEmpty() || entry.isEmpty() || !isIssuer(entry.get(), request.getParameter("iss"))) {
            failed(request, response, to);
            return;
        }
        Optional<Proven> proven = entry.get()
                .client()
                .redeem(back(), code, begun.get().nonce(), begun.get().verifier());
        Optional<Account> account = proven.flatMap(
                proof -> accounts.account(entry.get().provider(), proof, AccountLanguage.of(request.getLocales())));
        if (account.filter(found -> found.state() == AccountState.ACTIVE).isEmpty()) {
            failed(request, response, to);
            return;
        }
        UUID session = signIn.signIn(request, response, account.get());
        Proven proof = proven.get();
        links.remember(
                session, new ThereToo(entry.get().provider().id(), proof.subject(), proof.session(), proof.token()));
        response.sendRedirect(request.getContextPath() + to);
    }

    /** Which provider answers (RFC 9207), where it says so. */
    private static boolean isIssuer(OpenIdProviders.Entry entry, @Nullable String said) {
        return said == null || said.equals(entry.provider().issuer());
    }

    /** Another way in leads to the same page. */
    private static void failed(HttpServletRequest request, HttpServletResponse response, String to) throws IOException {
        String on = to.equals("/") ? "" : "&to=" + URLEncoder.encode(to, StandardCharsets.UTF_8);
        response.sendRedirect(request.getContextPath() + "/sign-in?failed=openid" + on);
    }

    private URI back() {
        return URI.create(site.page(CALLBACK));
    }

    private static String path(HttpServletRequest request) {
        String info = request.getPathInfo();
        return info == null ? "/" : info;
    }

    private static String text(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null || value.length() > LONGEST ? "" : value;
    }
}

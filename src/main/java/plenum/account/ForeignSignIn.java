package plenum.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import plenum.platform.SecretToken;

/** Opens sessions for people whom somebody else has proven: another server, or the container. Blocks on the database. */
@ApplicationScoped
public class ForeignSignIn {
    @Inject
    SignIn signIn;

    @Inject
    Sessions sessions;

    @Inject
    Identities identities;

    @Inject
    plenum.platform.Settings settings;

    /** @return the session's id */
    public UUID signIn(HttpServletRequest request, HttpServletResponse response, Account account) {
        SecretToken token = signIn.done(account, Visit.of(request, settings)).session();
        SessionCookie.SESSION.set(request, response, token);
        identities.forget(request);
        return sessions.find(token.text()).map(Identity.Person::session).orElseThrow();
    }

    /** Only the browser in which something was begun can finish it. */
    public void bind(HttpServletRequest request, HttpServletResponse response, SecretToken begun) {
        SessionCookie.ELSEWHERE.set(request, response, begun);
    }

    /** Once. */
    public boolean isBound(HttpServletRequest request, HttpServletResponse response, String begun) {
        Optional<String> bound = SessionCookie.ELSEWHERE.read(request);
        SessionCookie.ELSEWHERE.clear(request, response);
        return bound.filter(token -> MessageDigest.isEqual(
                        token.getBytes(StandardCharsets.UTF_8), begun.getBytes(StandardCharsets.UTF_8)))
                .isPresent();
    }

    /** A page of ours that an address names; anything else is the start page. */
    public String pathOf(@Nullable String text) {
        return ReturnPath.parse(text).text();
    }
}

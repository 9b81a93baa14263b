package plenum.scim;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import plenum.platform.ClientAddress;
import plenum.platform.NetworkThrottle;
import plenum.platform.Settings;
import plenum.platform.Throttle;

/** Finds the program of a request by its bearer token (RFC 6750), and limits how often programs, and those that guess, may ask. */
@ApplicationScoped
@NullUnmarked
public class ScimAccess {
    private static final String BEARER = "bearer ";
    private static final int BURST = 500;
    private static final Duration REFILL = Duration.ofMillis(20);
    private static final int WRONG_BURST = 20;
    private static final Duration WRONG_REFILL = Duration.ofSeconds(3);
    private static final int LONGEST = 200;
    private static final int TOO_MANY = 429;

    @Inject
    ScimTokens tokens;

    private Settings.Proxies proxies;
    private Throttle programs;
    private NetworkThrottle wrong;

    @Inject
    void start(InstantSource clock, Settings settings) {
        start(clock, settings.proxies());
    }

    void start(InstantSource clock, Settings.Proxies ours) {
        proxies = ours;
        programs = new Throttle(BURST, REFILL, clock);
        wrong = new NetworkThrottle(WRONG_BURST, WRONG_REFILL, clock);
    }

    /** @return its label; throws {@link ScimException} when there is none */
    String program(HttpServletRequest request, HttpServletResponse response) {
        Optional<String> program = token(request).flatMap(tokens::find);
        if (program.isEmpty()) {
            String address = ClientAddress.of(request.getRemoteAddr(), request.getHeaders("X-Forwarded-For"), proxies);
            if (!wrong.tryTake(address)) {
                throw tooMany(response);
            }
            response.setHeader("WWW-Authenticate", "Bearer realm=\"SCIM\"");
            throw ScimException.of(HttpServletResponse.SC_UNAUTHORIZED, "A token of an admin's is needed.");
        }
        if (!programs.tryTake(program.get())) {
            throw tooMany(response);
        }
        return program.get();
    }

    private static ScimException tooMany(HttpServletResponse response) {
        response.setHeader("Retry-After", "3");
        return ScimException.of(TOO_MANY, "Too many requests.");
    }

    private static Optional<String> token(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(header -> header.substring(BEARER.length()).strip())
                .filter(token -> !token.isEmpty() && token.length() <= LONGEST);
    }
}

package plenum.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.NullUnmarked;
import plenum.platform.ClientAddress;
import plenum.platform.NetworkThrottle;
import plenum.platform.Settings;

/** What is known of the sender of a request for a page, and the limits for them. */
@ApplicationScoped
@NullUnmarked
class Visits {
    /** A school begins its lessons from one address, at once. */
    static final int CREATED_AT_ONCE = 100;

    /** With a password, whose hash costs eight times as much as all else. */
    static final int CREATED_WITH_PASSWORD_AT_ONCE = 30;

    @Inject
    Settings settings;

    private NetworkThrottle asked;
    private NetworkThrottle created;
    private NetworkThrottle createdWithPassword;

    @Inject
    void start(InstantSource clock) {
        // right codes count here, too: a school is one address
        asked = new NetworkThrottle(500, Duration.ofMillis(200), clock);
        created = new NetworkThrottle(CREATED_AT_ONCE, Duration.ofSeconds(20), clock);
        createdWithPassword = new NetworkThrottle(CREATED_WITH_PASSWORD_AT_ONCE, Duration.ofSeconds(10), clock);
    }

    /** As throttles and blocks count it. */
    String addressOf(HttpServletRequest request) {
        return ClientAddress.of(request.getRemoteAddr(), request.getHeaders("X-Forwarded-For"), settings.proxies());
    }

    /** Whether a code may be looked for at all: spares the database a flood that it would refuse. */
    boolean mayAsk(String address) {
        return asked.tryTake(address);
    }

    boolean mayCreate(HttpServletRequest request, boolean withPassword) {
        String address = addressOf(request);
        return created.tryTake(address) && (!withPassword || createdWithPassword.tryTake(address));
    }
}

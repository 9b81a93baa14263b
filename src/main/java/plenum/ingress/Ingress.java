package plenum.ingress;

import io.undertow.server.HttpHandler;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import plenum.health.HealthCheck;
import plenum.platform.Settings;
import plenum.platform.Timers;

/** Puts the handlers together that every request passes. */
@ApplicationScoped
@NullUnmarked
public class Ingress {
    private static final Duration LOOK = Duration.ofSeconds(1);

    @Inject
    Settings settings;

    @Inject
    HealthCheck health;

    @Inject
    Timers timers;

    @Inject
    InstantSource clock;

    private Serving serving;

    @PostConstruct
    void start() {
        Deadlines deadlines = new Deadlines(clock);
        timers.every(LOOK, deadlines::look);
        serving = new Serving(Serving.Limits.standard(), settings.proxies().believed(), deadlines);
    }

    /** @param next Undertow's servlets */
    HttpHandler before(HttpHandler next) {
        return new FrontDoor(
                new ServedHosts(settings.publicUrl(), machineNames()),
                new Transport(settings.publicUrl(), settings.proxies().believed(), settings.httpsPort()),
                settings.proxies(),
                clock,
                new FrontDoor.Kinds(
                        new HealthAnswer(health),
                        serving.handshakes(next),
                        serving.transfers(next),
                        serving.forms(next),
                        serving.pages(next)));
    }

    @PreDestroy
    void close() {
        serving.close();
    }

    /** The host names for which the launcher's self-signed certificate is made, and the mDNS name of this machine (RFC 6762). */
    private static Set<String> machineNames() {
        try {
            String name = InetAddress.getLocalHost().getHostName().toLowerCase(Locale.ROOT);
            return Set.of(name, name + ".local");
        } catch (UnknownHostException e) {
            return Set.of();
        }
    }
}

package plenum.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.media.MediaFleet;
import plenum.platform.SchemaReady;
import plenum.platform.Timers;

/** Brings this process to what admins decided about media servers: at its start, and again and again, because another process may have been told. */
@ApplicationScoped
public class FleetKeeper {
    private static final Duration AGAIN = Duration.ofSeconds(5);
    private static final Logger log = LoggerFactory.getLogger(FleetKeeper.class);

    @Inject
    FleetBook book;

    @Inject
    MediaFleet fleet;

    void start(@Observes SchemaReady ready, Timers timers) {
        apply();
        timers.every(AGAIN, () -> Thread.ofVirtual().name("plenum-fleet").start(this::apply));
    }

    void apply() {
        try {
            book.all().forEach(this::apply);
        } catch (RuntimeException e) {
            log.warn("what was decided about media servers cannot be read; that is tried again", e);
        }
    }

    /** One that is to go and still has rooms takes no more of them, and goes with the last one. */
    private void apply(FleetBook.Entry entry) {
        Optional<MediaFleet.Server> known = find(entry.url());
        if (entry.removed()) {
            known.ifPresent(server -> {
                fleet.drain(server.url(), true);
                fleet.remove(server.url());
            });
            return;
        }
        if (known.isEmpty()) {
            fleet.add(entry.url());
        }
        if (known.map(MediaFleet.Server::drained).orElse(false) != entry.drained()) {
            fleet.drain(entry.url(), entry.drained());
        }
    }

    Optional<MediaFleet.Server> find(URI url) {
        return fleet.servers().stream()
                .filter(server -> server.url().equals(MediaFleet.withoutSecrets(url)))
                .findFirst();
    }
}

package plenum.check;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import plenum.media.MediaGateway;
import plenum.platform.Settings;
import plenum.platform.Throttle;
import plenum.platform.Timers;
import plenum.platform.TurnRelay;
import plenum.protocol.CheckMessages.CheckReady;
import plenum.protocol.IceServer;
import plenum.protocol.Outbox;
import plenum.protocol.SessionMessages.Refused;

/**
 * The running connection checks. Anybody may start one without being in a meeting; therefore their number is limited, for the server and
 * for each address, and so is their duration. Thread-safe.
 */
public final class Checks {
    static final int AT_ONCE = 8;
    static final int AT_ONCE_FROM_AN_ADDRESS = 2;
    static final int IN_A_ROW = 6;
    private static final Duration NEXT_AFTER = Duration.ofSeconds(60);

    /** A name at the relay is refused after its end; clocks may differ a little. */
    private static final Duration NAME_OUTLIVES = Duration.ofSeconds(20);

    private final Settings settings;
    private final MediaGateway media;
    private final Timers timers;
    private final InstantSource clock;
    private final Executor threads;
    private final Throttle starts;
    private final Map<String, Integer> running = new HashMap<>();

    /** @param threads runs mailboxes */
    public Checks(Settings settings, MediaGateway media, Timers timers, InstantSource clock, Executor threads) {
        this.settings = settings;
        this.media = media;
        this.timers = timers;
        this.clock = clock;
        this.threads = threads;
        this.starts = new Throttle(IN_A_ROW, NEXT_AFTER, clock);
    }

    /** Begins a check, or tells the browser why not. Whoever gets one closes it. */
    public Optional<Check> begin(String address, Outbox outbox) {
        Optional<Refused.Reason> refusal = enter(address);
        if (refusal.isPresent()) {
            outbox.finish(new Refused(refusal.get()));
            return Optional.empty();
        }
        outbox.send(new CheckReady(iceServers(), (int) Check.LONGEST.toSeconds()));
        Check check = new Check(media, outbox, timers, threads, () -> leave(address));
        check.start();
        return Optional.of(check);
    }

    private synchronized Optional<Refused.Reason> enter(String address) {
        int here = running.getOrDefault(address, 0);
        int everywhere = running.values().stream().mapToInt(Integer::intValue).sum();
        if (here >= AT_ONCE_FROM_AN_ADDRESS || !starts.allows(address)) {
            return Optional.of(Refused.Reason.THROTTLED);
        }
        if (everywhere >= AT_ONCE) {
            return Optional.of(Refused.Reason.FULL);
        }
        starts.tryTake(address);
        running.put(address, here + 1);
        return Optional.empty();
    }

    private synchronized void leave(String address) {
        running.computeIfPresent(address, (key, count) -> count > 1 ? count - 1 : null);
    }

    private List<IceServer> iceServers() {
        Instant expiry = clock.instant().plus(Check.LONGEST).plus(NAME_OUTLIVES);
        Stream<IceServer> fixed = settings.iceServers().stream()
                .map(server -> new IceServer(List.of(server.url()), server.username(), server.credential()));
        Stream<IceServer> named = settings.turn().stream().map(turn -> {
            TurnRelay.Credentials credentials = turn.credentials("check", expiry);
            return new IceServer(turn.urls(), credentials.username(), credentials.password());
        });
        return Stream.concat(fixed, named).toList();
    }
}

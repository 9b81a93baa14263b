package plenum.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plenum.conference.Participant;
import plenum.conference.People;
import plenum.platform.Timers;
import plenum.platform.TurnRelay;
import plenum.protocol.IceServer;
import plenum.protocol.StreamMessages;

/**
 * The STUN and TURN servers that browsers are told, with TURN credentials for each participant. Credentials are valid for some hours;
 * participants who stay get new ones after half of that.
 */
final class Relays {
    static final Duration LIFETIME = Duration.ofHours(6);

    private final StreamServices around;
    private final People people;
    private final List<IceServer> fixed;
    private final Optional<TurnRelay> relay;
    private Timers.@Nullable Timer renewal;

    Relays(StreamServices around, People people) {
        this.around = around;
        this.people = people;
        this.relay = around.settings().turn();
        this.fixed = around.settings().iceServers().stream()
                .map(server -> new IceServer(List.of(server.url()), server.username(), server.credential()))
                .toList();
    }

    /** The servers for one participant, with new credentials. */
    List<IceServer> forParticipant(Participant participant) {
        Instant expiry = around.clock().instant().plus(LIFETIME);
        Stream<IceServer> named = relay.stream().map(turn -> {
            TurnRelay.Credentials credentials = turn.credentials(participant.id(), expiry);
            return new IceServer(turn.urls(), credentials.username(), credentials.password());
        });
        return Stream.concat(fixed.stream(), named).toList();
    }

    /** Renews from now on, in the conference's mailbox. */
    void begin(Executor mailbox) {
        if (renewal == null && relay.isPresent()) {
            renewal = around.timers().every(LIFETIME.dividedBy(2), () -> mailbox.execute(this::renew));
        }
    }

    private void renew() {
        people.all()
                .forEach(participant -> participant.send(new StreamMessages.IceServers(forParticipant(participant))));
    }

    void close() {
        if (renewal != null) {
            renewal.cancel();
        }
    }
}

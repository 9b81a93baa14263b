package plenum.mediaserver.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.kurento.client.WebRtcEndpoint;
import plenum.mediaserver.client.ClientSide;

/** One who comes, publishes a stream, watches, and ends in one of three ways. */
final class ChurnVisit {
    private static final int PACKETS_PER_SECOND = 20;
    private static final int PACKET_BYTES = 1100;
    private static final Duration UNTIL_MISSED = Duration.ofSeconds(5);

    /** It has a delay because only a network that does something can be cut. */
    private static final Impairment NETWORK =
            new Impairment(0, Duration.ofMillis(1), Duration.ZERO, 0, Duration.ofMillis(100));

    /** How a visit ends. */
    enum End {
        /** Says goodbye, and the application lets go. */
        LEAVES,
        /** Falls silent; the application finds out some time later. */
        VANISHES,
        /** Has an application of its own at the server, and both are gone without a word. */
        VANISHES_WITH_APPLICATION
    }

    private final ClientSide side;
    private final Duration stay;

    ChurnVisit(ClientSide side, Duration stay) {
        this.side = side;
        this.stay = stay;
    }

    /** Comes to a room, stays and goes. Returns how long it took to get in, in nanoseconds. */
    long visit(BenchRoom room, URI server, End end) throws IOException, BenchFailure {
        return end == End.VANISHES_WITH_APPLICATION ? withApplication(server) : asGuest(room, end);
    }

    private long asGuest(BenchRoom room, End end) throws IOException, BenchFailure {
        BenchPublisher publisher = new BenchPublisher(side, NETWORK, PACKETS_PER_SECOND, PACKET_BYTES);
        WebRtcEndpoint endpoint = room.application().connect(publisher);
        try {
            Attendee attendee = room.guest(NETWORK);
            StopWatch.pass(stay);
            if (end == End.LEAVES) {
                publisher.close();
                attendee.leave();
            } else {
                publisher.vanish();
                attendee.vanish();
                StopWatch.pass(UNTIL_MISSED);
                attendee.released();
            }
            return attendee.joinNanos();
        } finally {
            publisher.close();
            endpoint.release();
        }
    }

    /** However it goes, it ends without a word to the server. */
    private long withApplication(URI server) throws IOException, BenchFailure {
        try (CutLink link = new CutLink(server)) {
            BenchApplication application = new BenchApplication(link.url());
            BenchPublisher publisher = new BenchPublisher(side, NETWORK, PACKETS_PER_SECOND, PACKET_BYTES);
            Attendee attendee = null;
            try {
                WebRtcEndpoint endpoint = application.connect(publisher);
                attendee = Attendee.join(side, NETWORK, application, List.of(endpoint));
                StopWatch.pass(stay);
                return attendee.joinNanos();
            } finally {
                link.close();
                application.abandon();
                publisher.vanish();
                if (attendee != null) {
                    attendee.vanish();
                }
            }
        }
    }
}

package plenum.mediaserver.webrtc;

import java.net.InetAddress;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import plenum.mediaserver.flow.ServerClock;
import plenum.mediaserver.loop.EventLoop;
import plenum.mediaserver.transport.SdesKey;

/** Makes the ends of plain RTP: telephones, cameras, encoders. */
public final class PlainPeers {
    private final ServerClock clock;
    private final Place place;
    private final SecureRandom random = new SecureRandom();

    /**
     * Where they are reached.
     *
     * @param announced what descriptions name
     * @param bound where sockets are opened
     * @param firstPort the first UDP port that may be used; 0 for any
     * @param codecPreference codec names, the most wanted first
     */
    public record Place(
            InetAddress announced, InetAddress bound, int firstPort, int lastPort, List<String> codecPreference) {}

    /**
     * Whether packets are protected.
     *
     * @param key the one that we send with; empty for a new one
     */
    public record Protection(boolean wanted, Optional<SdesKey> key) {
        /** RTP in clear. */
        public static final Protection NONE = new Protection(false, Optional.empty());

        /** Each peer has a key of its own. */
        public static final Protection NEW_KEY = new Protection(true, Optional.empty());

        /** By a master key with its salt; empty when it is not as long as these are. */
        public static Optional<Protection> with(byte[] keyAndSalt) {
            return SdesKey.of(keyAndSalt).map(key -> new Protection(true, Optional.of(key)));
        }
    }

    public PlainPeers(ServerClock clock, Place place) {
        this.clock = clock;
        this.place = place;
    }

    /** A peer on {@code loop}; callable from that loop only. */
    public RtpPeer create(EventLoop loop, Protection protection, RtpPeer.Listener listener) {
        return new PlainPeer(loop, clock, place, protection, random, listener);
    }
}

package plenum.mediaserver.webrtc;

import java.util.List;
import org.jspecify.annotations.Nullable;
import plenum.mediaserver.flow.MediaKind;
import plenum.mediaserver.flow.PacketSource;

/**
 * One peer connection of a browser with the server. Lives on one event loop: every method must be called on that loop, none blocks,
 * and the {@link Listener} is called on it.
 *
 * <p>Life: created → offered or answered (once) → gathering → connected → closed. Only a restart of ICE may negotiate again.
 */
public interface WebRtcPeer extends AutoCloseable {
    /**
     * Answers a remote offer (RFC 8829, BUNDLE, ICE-lite, {@code setup:active|passive}). A second one may restart ICE: with other
     * credentials, but of the same certificate and sections; media flows on where it did until the new checks have found another way.
     */
    String processOffer(String offer) throws NegotiationException;

    /** Offers audio and video, both directions. */
    String generateOffer() throws NegotiationException;

    /** Sets the directions in {@link #generateOffer}; the default is both. */
    void offers(boolean toSend, boolean toReceive);

    /** Takes the answer to the offer generated before, and returns the local description. */
    String processAnswer(String answer) throws NegotiationException;

    /** The local description, or null before negotiation. */
    @Nullable
    String localDescription();

    /** The remote description, or null before negotiation. */
    @Nullable
    String remoteDescription();

    /** Announces the server's candidates through the listener, then gathering done. */
    void gatherCandidates() throws NegotiationException;

    /**
     * Takes a remote candidate (RFC 8839). An ICE-lite server needs none of them, so what cannot be read is ignored, as Kurento does.
     *
     * @param candidate the attribute's value, {@code candidate:…}
     */
    void addRemoteCandidate(String candidate);

    /** The publication of this peer; always the same object, whether media flow or not. */
    PacketSource source(MediaKind kind);

    /** Switches what this peer is sent; null for nothing. Seamless: same SSRC, continuous sequence numbers and timestamps. */
    void receiveFrom(MediaKind kind, @Nullable PacketSource source);

    /** Sets the client's name: all peers of one name on one loop share an estimate of the bandwidth. Called once, before negotiation. */
    void client(String name);

    /** Cap for all video sent to this peer, in bit/s; 0 for no cap. */
    void maxVideoSendBandwidth(long bitsPerSecond);

    /** Cap announced to this peer (REMB) for the video it publishes, in bit/s; 0 for no cap. */
    void maxVideoReceiveBandwidth(long bitsPerSecond);

    /** Asks the publisher for a key frame, throttled. */
    void requestKeyFrame();

    /** Counters as of now, one entry per direction and kind that has flowed. */
    List<StreamStats> stats();

    /** Idempotent; frees sockets, timers and buffers, and tells the listener nothing any more. */
    @Override
    void close();

    /** State of the ICE component (RFC 8445), in Kurento's words. */
    enum IceState {
        DISCONNECTED,
        GATHERING,
        CONNECTING,
        CONNECTED,
        READY,
        FAILED
    }

    /** A candidate pair that carries media. */
    record CandidatePair(String local, String remote) {}

    /** A local candidate: the attribute's value, with the m-line that it belongs to. */
    record LocalCandidate(String candidate, String mid, int mLineIndex) {}

    /**
     * Counters of one stream. Packets and bytes count RTP without retransmissions' doubles; jitter in seconds; roundTripSeconds is NaN
     * before the first receiver report; bitsPerSecond is the estimate or the remote limit, 0 when unknown.
     */
    record StreamStats(
            MediaKind kind,
            boolean inbound,
            long ssrc,
            String codec,
            long packets,
            long bytes,
            long packetsLost,
            double fractionLost,
            double jitterSeconds,
            double roundTripSeconds,
            long nackCount,
            long pliCount,
            long firCount,
            long retransmissions,
            long bitsPerSecond) {}

    /** News of a peer. */
    interface Listener {
        void candidateFound(LocalCandidate candidate);

        void gatheringDone();

        void iceStateChanged(IceState state);

        void candidatePairSelected(CandidatePair pair);

        /** True when RTP has begun to flow after ICE and DTLS, false when the transport is gone. */
        void mediaConnected(boolean connected);

        /** True when the first RTP packet of a kind arrives, false after two seconds without any. */
        void mediaFlowsIn(MediaKind kind, boolean flowing);

        /** True when the first RTP packet of a kind is sent, false after two seconds without any. */
        void mediaFlowsOut(MediaKind kind, boolean flowing);

        /** The source of a kind sends a codec that this peer has not negotiated: nothing of it is sent to the peer. */
        default void codecMismatch(MediaKind kind, String codec) {}

        /** The transport will not come back: DTLS failed, the fingerprint was wrong, consent expired. */
        void failed(String reason);
    }
}

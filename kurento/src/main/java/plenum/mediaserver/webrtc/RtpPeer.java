package plenum.mediaserver.webrtc;

import java.util.List;
import org.jspecify.annotations.Nullable;
import plenum.mediaserver.flow.MediaKind;
import plenum.mediaserver.flow.PacketSource;

/**
 * One RTP session with another end, negotiated by SDP. Lives on one event loop: every method must be called on that loop, none blocks, and the
 * {@link Listener} is called on it.
 */
public interface RtpPeer extends AutoCloseable {
    /** Answers a remote offer. */
    String processOffer(String offer) throws NegotiationException;

    /** Offers audio and video, both directions. */
    String generateOffer() throws NegotiationException;

    /** Takes the answer to the offer generated before, and returns the local description. */
    String processAnswer(String answer) throws NegotiationException;

    /** The local description, or null before negotiation. */
    @Nullable
    String localDescription();

    /** The remote description, or null before negotiation. */
    @Nullable
    String remoteDescription();

    /** The publication of this peer; always the same object, whether media flow or not. */
    PacketSource source(MediaKind kind);

    /** Switches what this peer is sent; null for nothing. Seamless: same SSRC, continuous sequence numbers and timestamps. */
    void receiveFrom(MediaKind kind, @Nullable PacketSource source);

    /** Cap for all video sent to this peer, in bit/s; 0 for no cap. */
    void maxVideoSendBandwidth(long bitsPerSecond);

    /** Cap announced to this peer (REMB) for the video it publishes, in bit/s; 0 for no cap. */
    void maxVideoReceiveBandwidth(long bitsPerSecond);

    /** Asks the publisher for a key frame, throttled. */
    void requestKeyFrame();

    /** Counters as of now, one entry per direction and kind that has flowed. */
    List<WebRtcPeer.StreamStats> stats();

    /** Idempotent; frees sockets, timers and buffers, and tells the listener nothing any more. */
    @Override
    void close();

    /** News of a peer. */
    interface Listener {
        /** True when RTP has begun to flow, false when the transport is gone. */
        void mediaConnected(boolean connected);

        /** True when the first RTP packet of a kind arrives, false after two seconds without any. */
        void mediaFlowsIn(MediaKind kind, boolean flowing);

        /** True when the first RTP packet of a kind is sent, false after two seconds without any. */
        void mediaFlowsOut(MediaKind kind, boolean flowing);

        /** The source of a kind sends a codec that this peer has not negotiated: nothing of it is sent to the peer. */
        default void codecMismatch(MediaKind kind, String codec) {}
    }
}

package plenum.mediaserver.webrtc;

import plenum.mediaserver.flow.MediaKind;

/**
 * One peer connection of a browser with the server.
 *
 * <p>Life: created → offered or answered (once) → gathering → connected → closed. Only a restart of ICE may negotiate again.
 */
public interface WebRtcPeer extends RtpPeer {
    /**
     * Answers a remote offer (RFC 8829, BUNDLE, ICE-lite, {@code setup:active|passive}). A second one may restart ICE: with other
     * credentials, but of the same certificate and sections; media flows on where it did until the new checks have found another way.
     */
    @Override
    String processOffer(String offer) throws NegotiationException;

    /** Sets the directions in {@link #generateOffer}; the default is both. */
    void offers(boolean toSend, boolean toReceive);

    /** Announces the server's candidates through the listener, then gathering done. */
    void gatherCandidates() throws NegotiationException;

    /**
     * Takes a remote candidate (RFC 8839). An ICE-lite server needs none of them, so what cannot be read is ignored, as Kurento does.
     *
     * @param candidate the attribute's value, {@code candidate:…}
     */
    void addRemoteCandidate(String candidate);

    /** Sets the client's name: all peers of one name on one loop share an estimate of the bandwidth. Called once, before negotiation. */
    void client(String name);

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
    interface Listener extends RtpPeer.Listener {
        void candidateFound(LocalCandidate candidate);

        void gatheringDone();

        void iceStateChanged(IceState state);

        void candidatePairSelected(CandidatePair pair);

        /** The transport will not come back: DTLS failed, the fingerprint was wrong, consent expired. */
        void failed(String reason);
    }
}

package plenum.mediaserver.sdp;

import java.util.List;
import java.util.Map;

/**
 * What our side puts into its description.
 *
 * @param sessionVersion grows with each description of the session (RFC 8866 section 5.2)
 * @param streams what we may send, by type ({@code audio}, {@code video})
 * @param codecPreference codec names, the most wanted first
 */
public record LocalParameters(
        String sessionId,
        int sessionVersion,
        String ufrag,
        String password,
        String fingerprintAlgorithm,
        String fingerprint,
        List<String> candidates,
        String cname,
        Map<String, LocalStream> streams,
        List<String> codecPreference) {
    /** The synchronisation sources of one stream that we send, and of its retransmissions. */
    public record LocalStream(int ssrc, int retransmissionSsrc) {}

    /** The next description of the session, for a restart of ICE: all stays but the credentials (RFC 8839 section 4.4.1.1.1). */
    public LocalParameters restarted(String newUfrag, String newPassword) {
        return new LocalParameters(
                sessionId,
                sessionVersion + 1,
                newUfrag,
                newPassword,
                fingerprintAlgorithm,
                fingerprint,
                candidates,
                cname,
                streams,
                codecPreference);
    }

    public LocalParameters {
        candidates = List.copyOf(candidates);
        streams = Map.copyOf(streams);
        codecPreference = List.copyOf(codecPreference);
    }
}

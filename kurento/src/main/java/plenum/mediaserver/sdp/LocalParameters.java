package plenum.mediaserver.sdp;

import java.util.List;
import java.util.Map;

/**
 * What our side puts into its description.
 *
 * @param streams what we may send, by type ({@code audio}, {@code video})
 * @param codecPreference codec names, the most wanted first
 */
public record LocalParameters(
        String sessionId,
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

    public LocalParameters {
        candidates = List.copyOf(candidates);
        streams = Map.copyOf(streams);
        codecPreference = List.copyOf(codecPreference);
    }
}

package plenum.mediaserver.element;

import com.fasterxml.jackson.databind.node.ObjectNode;
import plenum.mediaserver.object.KurentoJson;

/** Properties of an endpoint that are stored and have no effect, with Kurento's defaults. Bandwidths in kbit/s. */
final class RtpSettings {
    private static final int DEFAULT_MIN_VIDEO_SEND = 100;
    private static final int DEFAULT_MTU = 1200;

    private int maxAudioReceive;
    private int minVideoReceive;
    private int minVideoSend = DEFAULT_MIN_VIDEO_SEND;
    private int mtu = DEFAULT_MTU;
    private ObjectNode rembParams = KurentoJson.complex("RembParams")
            .put("packetsRecvIntervalTop", 100)
            .put("exponentialFactor", 0.04)
            .put("linealFactorMin", 50)
            .put("linealFactorGrade", 30.0)
            .put("decrementFactor", 0.5)
            .put("thresholdFactor", 0.8)
            .put("upLosses", 12)
            .put("rembOnConnect", 300_000);

    int maxAudioReceive() {
        return maxAudioReceive;
    }

    void maxAudioReceive(int kilobits) {
        maxAudioReceive = kilobits;
    }

    int minVideoReceive() {
        return minVideoReceive;
    }

    void minVideoReceive(int kilobits) {
        minVideoReceive = kilobits;
    }

    int minVideoSend() {
        return minVideoSend;
    }

    void minVideoSend(int kilobits) {
        minVideoSend = kilobits;
    }

    int mtu() {
        return mtu;
    }

    void mtu(int bytes) {
        mtu = bytes;
    }

    ObjectNode rembParams() {
        return rembParams;
    }

    /** Fields that are not given keep their value. */
    void rembParams(ObjectNode given) {
        rembParams = rembParams.deepCopy().setAll(given);
    }
}

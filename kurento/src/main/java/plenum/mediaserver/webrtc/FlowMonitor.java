package plenum.mediaserver.webrtc;

import java.util.function.LongSupplier;
import plenum.mediaserver.flow.MediaKind;

/** Notices when media begins and ceases to flow, each way and of each kind, and tells the listener. */
final class FlowMonitor {
    private static final long SILENCE_NANOS = 2_000_000_000L;
    private static final int KINDS = MediaKind.values().length;

    private final LongSupplier nanoTime;
    private final WebRtcPeer.Listener listener;
    private final long[] lastIn = new long[KINDS];
    private final long[] lastOut = new long[KINDS];
    private final boolean[] flowsIn = new boolean[KINDS];
    private final boolean[] flowsOut = new boolean[KINDS];
    private boolean connected;

    FlowMonitor(LongSupplier nanoTime, WebRtcPeer.Listener listener) {
        this.nanoTime = nanoTime;
        this.listener = listener;
    }

    void received(MediaKind kind) {
        int i = kind.ordinal();
        lastIn[i] = nanoTime.getAsLong();
        if (!flowsIn[i]) {
            flowsIn[i] = true;
            connect();
            listener.mediaFlowsIn(kind, true);
        }
    }

    void sent(MediaKind kind) {
        int i = kind.ordinal();
        lastOut[i] = nanoTime.getAsLong();
        if (!flowsOut[i]) {
            flowsOut[i] = true;
            connect();
            listener.mediaFlowsOut(kind, true);
        }
    }

    private void connect() {
        if (!connected) {
            connected = true;
            listener.mediaConnected(true);
        }
    }

    boolean receiving() {
        for (boolean flows : flowsIn) {
            if (flows) {
                return true;
            }
        }
        return false;
    }

    /** Ends what has been silent for long. */
    void poll() {
        long silentSince = nanoTime.getAsLong() - SILENCE_NANOS;
        for (MediaKind kind : MediaKind.values()) {
            int i = kind.ordinal();
            if (flowsIn[i] && lastIn[i] - silentSince < 0) {
                flowsIn[i] = false;
                listener.mediaFlowsIn(kind, false);
            }
            if (flowsOut[i] && lastOut[i] - silentSince < 0) {
                flowsOut[i] = false;
                listener.mediaFlowsOut(kind, false);
            }
        }
    }

    /** The transport is gone, and with it all media. */
    void disconnected() {
        for (MediaKind kind : MediaKind.values()) {
            int i = kind.ordinal();
            if (flowsIn[i]) {
                flowsIn[i] = false;
                listener.mediaFlowsIn(kind, false);
            }
            if (flowsOut[i]) {
                flowsOut[i] = false;
                listener.mediaFlowsOut(kind, false);
            }
        }
        if (connected) {
            connected = false;
            listener.mediaConnected(false);
        }
    }
}

package plenum.mediaserver.webrtc;

import plenum.mediaserver.flow.MediaKind;

/** Detects when media start and stop to flow, in each direction and for each kind, and tells the listener. */
final class FlowMonitor {
    /** Polls come once a second: what ends has been silent for two seconds at least. */
    private static final int SILENT_POLLS = 2;

    private static final MediaKind[] KINDS = MediaKind.values();
    private static final int ALL_IN = (1 << KINDS.length) - 1;

    private final RtpPeer.Listener listener;
    private final int[] silentPolls = new int[2 * KINDS.length];
    private boolean connected;

    /** The kinds of media that flow, one bit for each: inbound, then outbound. */
    private int flowing;

    /** The kinds of media that flowed since the last poll. */
    private int recent;

    FlowMonitor(RtpPeer.Listener listener) {
        this.listener = listener;
    }

    void received(MediaKind kind) {
        flows(kind.ordinal());
    }

    void sent(MediaKind kind) {
        flows(KINDS.length + kind.ordinal());
    }

    private void flows(int flow) {
        int bit = 1 << flow;
        recent |= bit;
        if ((flowing & bit) == 0) {
            flowing |= bit;
            silentPolls[flow] = 0;
            if (!connected) {
                connected = true;
                listener.mediaConnected(true);
            }
            tell(flow, true);
        }
    }

    private void tell(int flow, boolean flows) {
        if (flow < KINDS.length) {
            listener.mediaFlowsIn(KINDS[flow], flows);
        } else {
            listener.mediaFlowsOut(KINDS[flow - KINDS.length], flows);
        }
    }

    boolean receiving() {
        return (flowing & ALL_IN) != 0;
    }

    /** Ends what has been silent for long; to be called once a second. */
    void poll() {
        int silent = flowing & ~recent;
        recent = 0;
        for (int flow = 0; flow < silentPolls.length; flow++) {
            silentPolls[flow] = (silent & 1 << flow) == 0 ? 0 : silentPolls[flow] + 1;
            if (silentPolls[flow] == SILENT_POLLS) {
                end(flow);
            }
        }
    }

    private void end(int flow) {
        flowing &= ~(1 << flow);
        tell(flow, false);
    }

    /** The transport is gone, and with it all media. */
    void disconnected() {
        for (int flow = 0; flow < silentPolls.length; flow++) {
            if ((flowing & 1 << flow) != 0) {
                end(flow);
            }
        }
        if (connected) {
            connected = false;
            listener.mediaConnected(false);
        }
    }
}

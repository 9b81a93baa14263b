package plenum.mediaserver.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * Sends the packets of a layer to all takers: all packets of a frame to one taker after the other, so that a taker's state is in the
 * processor's cache from its second packet on and its packets leave in one system call. A frame waits for its remaining packets for a
 * moment at most.
 */
final class Fanout {
    /** Packets that wait at most; longer frames are handed on in parts. */
    static final int MOST = 16;

    private final Layer layer;
    private final Executor soon;
    private final List<LayerTaker> takers = new ArrayList<>();
    private final KeptPacket[] waiting = new KeptPacket[MOST];
    private final Runnable waited = this::waited;
    private int count;
    private boolean waits;

    /** @param soon runs a task a moment later, on the layer's loop */
    Fanout(Layer layer, Executor soon) {
        this.layer = layer;
        this.soon = soon;
        for (int i = 0; i < MOST; i++) {
            waiting[i] = new KeptPacket(layer);
        }
    }

    /** Where the next packet is to be described. */
    KeptPacket next() {
        return waiting[count];
    }

    /**
     * Takes what {@link #next} describes now; hands on unless there is {@code more} of the same frame to come. The beginning of a key frame that was
     * repaired late waits for nothing: all that follows it has been handed on.
     */
    void add(boolean more) {
        KeptPacket last = waiting[count++];
        if (!more || count == MOST || last.late && last.startsKeyFrame) {
            handOn();
        } else if (!waits) {
            waits = true;
            soon.execute(waited);
        }
    }

    private void waited() {
        waits = false;
        handOn();
    }

    /** Hands on what waits. */
    void handOn() {
        int arrived = count;
        count = 0;
        for (int i = 0; arrived > 0 && i < takers.size(); i++) {
            LayerTaker taker = takers.get(i);
            for (int j = 0; j < arrived; j++) {
                if (taker.take(waiting[j]) && waiting[j].late) {
                    layer.replay(taker, waiting[j].sequence + 1);
                }
            }
        }
    }

    /** Starts to hand packets to {@code taker}, from the next that arrives on. */
    void add(LayerTaker taker) {
        handOn();
        takers.add(taker);
    }

    void remove(LayerTaker taker) {
        takers.remove(taker);
    }

    void clear() {
        takers.clear();
        count = 0;
    }

    boolean isEmpty() {
        return takers.isEmpty();
    }

    void restarted() {
        handOn();
        for (LayerTaker taker : List.copyOf(takers)) {
            taker.restarted(layer);
        }
    }
}

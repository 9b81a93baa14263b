package plenum.mediaserver.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import plenum.mediaserver.rtp.DependencyDescriptor;
import plenum.mediaserver.rtp.RtpPacket;
import plenum.mediaserver.rtp.Vp8Descriptor;

/**
 * Hands the packets of a layer to everyone who takes it: a frame's packets together, to one taker after the other. What a taker knows is
 * in the processor's cache from its second packet on, and the packets, sent one after the other, leave in one message. A frame waits for its rest a moment at most.
 */
final class Fanout {
    /** Packets that wait at most; longer frames are handed on in parts. */
    static final int MOST = 16;

    /** A packet that has been kept, and what its descriptors say. */
    static final class Arrived {
        final RtpPacket packet = new RtpPacket();
        final Vp8Descriptor descriptor = new Vp8Descriptor();
        final DependencyDescriptor dependencies = new DependencyDescriptor();
        long sequence;
        boolean startsKeyFrame;
        boolean late;
    }

    private final Layer layer;
    private final Executor soon;
    private final List<Taker> takers = new ArrayList<>();
    private final Arrived[] waiting = new Arrived[MOST];
    private final Runnable waited = this::waited;
    private int count;
    private boolean waits;
    private Arrived current;

    /** @param soon runs a task a moment later, on the layer's loop */
    Fanout(Layer layer, Executor soon) {
        this.layer = layer;
        this.soon = soon;
        for (int i = 0; i < MOST; i++) {
            waiting[i] = new Arrived();
        }
        current = waiting[0];
    }

    /** Where the next packet is to be described. */
    Arrived next() {
        return waiting[count];
    }

    /**
     * Takes what {@link #next} describes now; hands on unless there is {@code more} of the same frame to come. The beginning of a key frame that was
     * repaired late waits for nothing: all that follows it has been handed on.
     */
    void add(boolean more) {
        Arrived last = waiting[count++];
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
            Taker taker = takers.get(i);
            for (int j = 0; j < arrived; j++) {
                give(taker, waiting[j]);
            }
        }
    }

    /** Hands one packet to one taker. */
    void give(Taker taker, Arrived one) {
        current = one;
        if (taker.take(layer, one.packet, one.sequence, one.startsKeyFrame) && one.late) {
            layer.replay(taker, one.sequence + 1);
        }
    }

    /** Of the packet that is being handed on. */
    Vp8Descriptor descriptor() {
        return current.descriptor;
    }

    /** Of the packet that is being handed on. */
    DependencyDescriptor dependencies() {
        return current.dependencies;
    }

    /** Starts to hand packets to {@code taker}, from the next that arrives on. */
    void add(Taker taker) {
        handOn();
        takers.add(taker);
    }

    void remove(Taker taker) {
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
        for (Taker taker : List.copyOf(takers)) {
            taker.restarted(layer);
        }
    }
}

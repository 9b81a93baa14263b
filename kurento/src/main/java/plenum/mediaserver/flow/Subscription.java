package plenum.mediaserver.flow;

import java.util.List;
import org.jspecify.annotations.Nullable;
import plenum.mediaserver.flow.LayerSelector.Choice;
import plenum.mediaserver.flow.LayerSelector.Rung;
import plenum.mediaserver.rtp.DependencyStructure;
import plenum.mediaserver.sdp.AgreedMedia;

/**
 * A taker's subscription to a publication: the layer that it receives, and the layer that it switches to. The old layer continues until a
 * key frame of the new one arrives. Before any layer has begun, the first that begins is used.
 */
public final class Subscription implements LayerTaker, Publication.Watcher, AutoCloseable {
    private static final int NOTHING = -1;
    private static final int HIGHEST = DependencyStructure.MOST_SPATIAL_LAYERS - 1;

    private final Publication source;
    private final Taker taker;
    private final Wish wish;
    private @Nullable Layer current;
    private @Nullable Layer next;
    private @Nullable Choice choice;
    private List<Layer> anyOf = List.of();
    private int shown;
    private int meanwhile;
    private boolean closed;

    Subscription(Publication source, Taker taker, Wish wish) {
        this.source = source;
        this.taker = taker;
        this.wish = wish;
    }

    /** Starts to take. */
    void open() {
        source.watch(this);
        adapt();
    }

    /** Nothing is taken any more. */
    @Override
    public void close() {
        closed = true;
        source.unwatch(this);
        leave();
    }

    @Override
    public boolean take(KeptPacket packet) {
        Layer layer = packet.layer();
        if (layer != current) {
            if (!packet.startsKeyFrame() || current != null && taker.hasPassed(packet)) {
                layer.requestKeyFrame();
                return false;
            }
            switchTo(layer);
            taker.restarted();
        } else if (holdsBack()) {
            taker.restarted();
            return false;
        }
        return taker.take(this, packet);
    }

    @Override
    public void restarted(Layer layer) {
        if (layer == current) {
            taker.restarted();
        }
    }

    /** The format that was negotiated with the publisher. */
    @Nullable
    AgreedMedia published() {
        return source.agreed();
    }

    /** The layer that is being given, or null before its first key frame. */
    public @Nullable Layer current() {
        return current;
    }

    /** The highest temporal layer to be sent; fewer while a smaller picture is waited for. */
    int temporalLayer() {
        Choice chosen = choice;
        if (chosen == null) {
            return RateMeter.TEMPORAL_LAYERS - 1;
        }
        return waits(chosen) ? Math.max(0, meanwhile) : chosen.temporalLayer();
    }

    private boolean waits(Choice chosen) {
        return current != null && (next != null || shown != chosen.spatialLayer());
    }

    /** The highest spatial layer to be sent, of a stream that has several. */
    int spatialLayer() {
        Choice chosen = choice;
        if (chosen == null) {
            return HIGHEST;
        }
        return chosen.layer() == current ? chosen.spatialLayer() : shown;
    }

    /** The bit rate in bit/s that is being sent. */
    long bitsPerSecond() {
        return current == null || holdsBack() ? 0 : current.bitsPerSecond(shown, temporalLayer());
    }

    /** Tells that this spatial layer is being sent now. */
    void shows(int spatialLayer) {
        shown = spatialLayer;
    }

    /**
     * Whether the network carries nothing at all of the old picture while a smaller one is waited for: what would be sent of it only makes the
     * queue longer that the first of the new one has to go through.
     */
    boolean holdsBack() {
        return next != null && current != null && meanwhile == NOTHING;
    }

    private void leave() {
        if (current != null) {
            current.remove(this);
        }
        if (next != null) {
            next.remove(this);
        }
        anyOf.forEach(layer -> layer.remove(this));
        anyOf = List.of();
        current = null;
        next = null;
        choice = null;
    }

    @Override
    public void layersReplaced() {
        leave();
        adapt();
    }

    @Override
    public void layerPaused() {
        adapt();
    }

    @Override
    public boolean prefers(Layer layer) {
        return choice != null && choice.layer() == layer;
    }

    /** Chooses anew what of the source fits the wish; from time to time, and when that changes. While nothing has begun, takes whatever comes first. */
    public void adapt() {
        if (closed) {
            return;
        }
        List<Rung> ladder = source.ladder();
        if (!ladder.isEmpty()) {
            Choice chosen = LayerSelector.choose(ladder, choice, wish.cap(), wish.budget(), headroom()::factor);
            learn(ladder, choice, chosen);
            choice = chosen;
            meanwhile = meanwhile();
            aimAt(chosen.layer());
        } else if (current == null && next == null && anyOf.isEmpty()) {
            anyOf = source.layers();
            anyOf.forEach(layer -> layer.add(this));
        }
    }

    private void learn(List<Rung> ladder, @Nullable Choice before, Choice now) {
        int from = LayerSelector.placeOf(ladder, before);
        int to = LayerSelector.placeOf(ladder, now);
        if (from >= 0 && to > from) {
            headroom().climbed();
        } else if (to < from && from <= LayerSelector.highestWithin(ladder, before, wish.cap())) {
            headroom().fell(ladder.get(from));
        }
    }

    /** The highest temporal layer of the old picture that the network carries while the new one is waited for, or {@link #NOTHING}. */
    private int meanwhile() {
        int highest = RateMeter.TEMPORAL_LAYERS - 1;
        while (current != null
                && highest > NOTHING
                && wish.budget() != LayerSelector.UNLIMITED
                && current.bitsPerSecond(shown, highest) > wish.budget()) {
            highest--;
        }
        return highest;
    }

    /** The bit rate in bit/s that could be sent; 0 while nothing is sent. */
    long wanted() {
        List<Rung> ladder = source.ladder();
        return ladder.isEmpty() ? 0 : LayerSelector.wanted(ladder, choice, wish.cap(), headroom()::factor);
    }

    /** How much of a budget would be used, in bit/s; the least that there is when it is too small for anything. */
    long usable(long bitsPerSecond) {
        List<Rung> ladder = source.ladder();
        if (ladder.isEmpty()) {
            return 0;
        }
        Choice chosen =
                LayerSelector.choose(ladder, choice, wish.cap(), Math.max(1, bitsPerSecond), headroom()::factor);
        return chosen.layer().bitsPerSecond(chosen.spatialLayer(), chosen.temporalLayer());
    }

    private Headroom headroom() {
        return wish.headroom();
    }

    private void aimAt(Layer target) {
        if (target == current) {
            if (next != null) {
                next.remove(this);
                next = null;
            }
            return;
        }
        if (target != next) {
            if (next != null) {
                next.remove(this);
            }
            anyOf.forEach(layer -> layer.remove(this));
            anyOf = List.of();
            next = target;
            target.add(this);
            if (current == null && taker.takesPast()) {
                target.replay(this);
            }
        }
        if (next != null) {
            next.requestKeyFrame();
        }
    }

    /** A key frame of a layer that was waited for has come. */
    private void switchTo(Layer layer) {
        if (current != null) {
            current.remove(this);
        }
        anyOf.stream().filter(other -> other != layer).forEach(other -> other.remove(this));
        anyOf = List.of();
        current = layer;
        next = null;
        shown = 0;
    }
}

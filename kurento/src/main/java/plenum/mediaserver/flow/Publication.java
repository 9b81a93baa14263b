package plenum.mediaserver.flow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plenum.mediaserver.flow.LayerSelector.Rung;
import plenum.mediaserver.rtp.Rtcp;
import plenum.mediaserver.rtp.RtpPacket;
import plenum.mediaserver.sdp.AgreedMedia;

/** The media of one kind that a peer publishes, in one {@link Layer} or several. Lives on its pipeline's event loop. */
public final class Publication implements PacketSource {
    /** The subscriptions that select layers. */
    interface Watcher {
        /** The publication has other layers. */
        void layersReplaced();

        /** A layer is no longer being sent. */
        void layerPaused();

        /** Whether it is this layer that suits best now. */
        boolean prefers(Layer layer);
    }

    private static final long LADDER_NANOS = 100_000_000L;

    private final MediaKind kind;
    private final PublisherSide publisher;
    private final RequestSpacing spacing = new RequestSpacing();
    private final List<Watcher> watchers = new ArrayList<>();
    private List<Rung> ladder = List.of();
    private long ladderNanos;
    private boolean paused;
    private List<Layer> layers;
    private LayerSources sources;
    private @Nullable AgreedMedia agreed;

    public Publication(MediaKind kind, PublisherSide publisher) {
        this.kind = kind;
        this.publisher = publisher;
        this.layers = List.of(new Layer(kind, 0, true, spacing, publisher));
        this.sources = LayerSources.single(layers.getFirst());
    }

    @Override
    public MediaKind kind() {
        return kind;
    }

    @Override
    public Subscription subscribe(Taker taker, Wish wish) {
        Subscription subscription = new Subscription(this, taker, wish);
        subscription.open();
        return subscription;
    }

    /** Sets the format that was negotiated with the publisher; before that no packet is accepted. */
    public void agreed(AgreedMedia media) {
        agreed = media;
        int count = media.simulcast().size();
        if (count <= 1) {
            layers.getFirst().agreed(media);
        } else {
            List<Layer> made = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                Layer layer = new Layer(kind, i, false, spacing, publisher);
                layer.agreed(media);
                made.add(layer);
            }
            layers = List.copyOf(made);
            sources = LayerSources.simulcast(layers, media);
            ladder = List.of();
            watchers.forEach(Watcher::layersReplaced);
        }
    }

    @Nullable
    AgreedMedia agreed() {
        return agreed;
    }

    /** The layer that a packet belongs to, or null when that cannot be told (yet). */
    public @Nullable Layer layerOf(RtpPacket packet, boolean retransmission) {
        return sources.find(packet, retransmission);
    }

    /**
     * The layers that are being sent, the smallest first; those that have not begun, are paused or are not trusted to last are left out.
     * Measured for all viewers together, and not for each of their looks.
     */
    List<Rung> ladder() {
        long now = publisher.clock().nanoTime();
        if (ladder.isEmpty() || now - ladderNanos >= LADDER_NANOS) {
            measure(now);
        }
        return ladder;
    }

    private void measure(long nowNanos) {
        long latest = latestArrival();
        notePaused(latest, nowNanos);
        List<Layer> sent = layers.stream()
                .filter(layer -> layer.codec() != null && !layer.continuity().isSilent(latest))
                .toList();
        List<Layer> trusted = sent.stream().filter(this::isTrusted).toList();
        ladder = (trusted.isEmpty() ? sent : trusted)
                .stream().flatMap(Rung::of).sorted(rungsBySize(sent)).toList();
        ladderNanos = nowNanos;
    }

    /** The largest of three is the first that a browser gives up: its viewers had better leave it before. */
    private boolean isTrusted(Layer layer) {
        return layer.continuity().isTrusted()
                && (layers.size() < 3
                        || layers.stream().noneMatch(Layer::suffers)
                        || layer != Collections.max(layers, bySize(layers)));
    }

    /** By size where the codec tells it, else in the order of the description. */
    private static Comparator<Layer> bySize(List<Layer> of) {
        boolean measured = of.stream().allMatch(layer -> layer.pixels() > 0);
        return Comparator.comparingInt(layer -> measured ? layer.pixels() : layer.index());
    }

    private static Comparator<Rung> rungsBySize(List<Layer> of) {
        boolean measured = of.stream().allMatch(layer -> layer.pixels() > 0);
        Comparator<Rung> byLayer = Comparator.comparingInt(
                rung -> measured ? rung.pixels() : rung.layer().index());
        return byLayer.thenComparingInt(Rung::spatialLayer);
    }

    private void notePaused(long latestNanos, long nowNanos) {
        for (Rung rung : ladder) {
            Layer layer = rung.layer();
            if (layer.continuity().isSilent(latestNanos)) {
                paused = true;
                if (watchers.stream().anyMatch(watcher -> watcher.prefers(layer))) {
                    layer.continuity().gaveUp(nowNanos);
                }
            }
        }
    }

    /** When the last packet came of a layer that goes on. */
    private long latestArrival() {
        long latest = layers.getFirst().lastArrivalNanos();
        for (Layer layer : layers) {
            if (layer.codec() != null && layer.continuity().isSteady()) {
                latest = Math.max(latest, layer.lastArrivalNanos());
            }
        }
        return latest;
    }

    List<Layer> layers() {
        return layers;
    }

    void watch(Watcher watcher) {
        watchers.add(watcher);
    }

    void unwatch(Watcher watcher) {
        watchers.remove(watcher);
    }

    /** Sends the requests that are due, and tells viewers at once when a layer has paused: theirs is frozen until they ask for another. */
    public void poll(long nowNanos) {
        for (Layer layer : layers) {
            layer.poll(nowNanos);
        }
        if (ladder.size() > 1 && nowNanos - ladderNanos >= LADDER_NANOS / 2) {
            measure(nowNanos);
        }
        if (paused) {
            paused = false;
            watchers.forEach(Watcher::layerPaused);
        }
    }

    /** Asks for a key frame of what is taken, throttled. */
    public void requestKeyFrame() {
        for (Layer layer : layers) {
            if (layers.size() == 1 || layer.isTaken()) {
                layer.requestKeyFrame();
            }
        }
    }

    /** Ends the publication: whoever takes it gets nothing any more. */
    public void close() {
        layers.forEach(Layer::close);
        watchers.clear();
    }

    /** A synchronisation source of the publisher's, 0 before the first packet. */
    public int ssrc() {
        for (Layer layer : layers) {
            if (layer.ssrc() != 0) {
                return layer.ssrc();
            }
        }
        return 0;
    }

    public void onSenderReport(Rtcp.SenderReport report) {
        layers.forEach(layer -> layer.onSenderReport(report));
    }

    /** How long the publisher's repetitions take while much is lost on its way, else 0. */
    public long repairNanos() {
        long longest = 0;
        for (Layer layer : layers) {
            longest = Math.max(longest, layer.repairNanos());
        }
        return longest;
    }

    /** The blocks about these sources for a report to the publisher. Due once a second. */
    public List<Rtcp.ReportBlock> reportBlocks() {
        List<Rtcp.ReportBlock> blocks = new ArrayList<>(layers.size());
        for (Layer layer : layers) {
            Rtcp.ReportBlock block = layer.reportBlock();
            if (block != null) {
                blocks.add(block);
            }
        }
        return blocks;
    }

    /** Counters of each layer that has begun. */
    public List<InboundCounters> counters() {
        List<InboundCounters> all = new ArrayList<>(layers.size());
        for (Layer layer : layers) {
            InboundCounters counters = layer.counters();
            if (counters != null) {
                all.add(counters);
            }
        }
        return all;
    }
}

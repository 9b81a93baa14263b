package plenum.mediaserver.record;

import org.jspecify.annotations.Nullable;
import plenum.mediaserver.flow.KeptPacket;
import plenum.mediaserver.flow.Layer;
import plenum.mediaserver.flow.MediaKind;
import plenum.mediaserver.flow.PacketSource;
import plenum.mediaserver.flow.ServerClock;
import plenum.mediaserver.flow.Subscription;
import plenum.mediaserver.flow.Taker;
import plenum.mediaserver.flow.Wish;
import plenum.mediaserver.payload.Depacketizer;
import plenum.mediaserver.payload.MediaPacket;
import plenum.mediaserver.payload.TrackFormat;
import plenum.mediaserver.rtp.RedundantAudio;
import plenum.mediaserver.rtp.RtpPacket;
import plenum.mediaserver.sdp.Codec;

/**
 * One kind of media that is recorded: subscribes to the best stable layer, reorders packets, and makes frames with capture times. Missing
 * packets are waited for as long as retransmissions take; after that, video continues with the next key frame. Nothing is taken that was sent
 * before it subscribed: nobody has consented to that.
 */
final class RecordedTrack implements Taker {
    /** Longer than several repetitions need, and short enough that no more than a second is lost when the server dies meanwhile: nothing is written while a packet is waited for. */
    static final long REPAIR_NANOS = 800_000_000L;

    private static final long FLOWS_NANOS = 2_000_000_000L;
    private static final int WHOLE = 0;

    /** Where frames go. */
    interface Output {
        void frame(RecordedTrack track, long epochNanos, boolean key, byte[] data);
    }

    private final MediaKind kind;
    private final ServerClock clock;
    private final Output output;
    private final Wish wish;
    private final ReorderBuffer order = new ReorderBuffer();
    private final CaptureClock capture = new CaptureClock();
    private @Nullable PacketSource source;
    private @Nullable Subscription subscription;
    private @Nullable Codec codec;
    private @Nullable Depacketizer depacketizer;
    private @Nullable Layer layer;
    private long lastFrameNanos;
    private long lastPacketNanos;
    private boolean anyPacket;
    private boolean fresh;

    RecordedTrack(MediaKind kind, ServerClock clock, Output output) {
        this.kind = kind;
        this.clock = clock;
        this.output = output;
        this.wish = new Wish(clock);
    }

    MediaKind kind() {
        return kind;
    }

    /** Sets the source; null for none. */
    void from(@Nullable PacketSource next) {
        if (next == source) {
            return;
        }
        if (subscription != null) {
            subscription.close();
            subscription = null;
        }
        restarted();
        source = next;
        fresh = true;
        if (next != null) {
            subscription = next.subscribe(this, wish);
        }
    }

    boolean isConnected() {
        return source != null;
    }

    /** Whether packets come. */
    boolean flows() {
        return anyPacket && clock.nanoTime() - lastPacketNanos < FLOWS_NANOS;
    }

    /** How a container describes it, or null before the first frame. */
    @Nullable
    TrackFormat format() {
        return depacketizer == null ? null : depacketizer.format();
    }

    /** The last frame's time while something before the next one is waited for, else the end of time. */
    long knownUntil() {
        return order.waits() ? lastFrameNanos : Long.MAX_VALUE;
    }

    @Override
    public boolean take(Subscription by, KeptPacket kept) {
        Codec sent = kept.layer().codec();
        if (sent == null) {
            return false;
        }
        RtpPacket packet = kept.packet();
        lastPacketNanos = clock.nanoTime();
        anyPacket = true;
        boolean begins = !order.hasBegun();
        if (begins && (!kept.startsKeyFrame() || fresh && kept.isLate())) {
            kept.layer().requestKeyFrame();
            return false;
        }
        fresh = false;
        if (begins) {
            begin(kept.layer(), sent, kept.sequence());
        }
        int skipped = packet.payloadType() == sent.payloadType() ? WHOLE : newestBlock(packet);
        if (skipped >= 0) {
            order.add(MediaPacket.copyOf(packet, kept.sequence(), kept.startsKeyFrame(), skipped), lastPacketNanos);
            capture.arrived(packet.timestamp(), clock.epochNanos());
        }
        drain();
        return begins;
    }

    /** Copies of earlier audio are left out (RFC 2198). */
    private static int newestBlock(RtpPacket packet) {
        return RedundantAudio.newestBlock(packet.data(), packet.payloadOffset(), packet.payloadLength());
    }

    private void begin(Layer from, Codec sent, long sequence) {
        if (from != layer || codec != sent) {
            capture.begin(from, sent.clockRate());
        }
        if (codec == null || !codec.name().equalsIgnoreCase(sent.name())) {
            depacketizer = Depacketizer.of(sent, this::frame);
        }
        layer = from;
        codec = sent;
        order.begin(sequence);
    }

    private void drain() {
        Depacketizer frames = depacketizer;
        if (frames != null) {
            order.drain(frames::take, clock.nanoTime());
        }
    }

    private void frame(int timestamp, boolean key, byte[] data) {
        lastFrameNanos = Math.max(lastFrameNanos, capture.epochNanos(timestamp));
        output.frame(this, lastFrameNanos, key, data);
    }

    /** Looks for another layer, and gives up what has been missing for too long. */
    void tick() {
        if (subscription != null) {
            subscription.adapt();
        }
        if (order.hasWaited(REPAIR_NANOS, clock.nanoTime())) {
            gap();
        }
    }

    private void gap() {
        if (depacketizer != null) {
            depacketizer.gap();
        }
        if (order.skip(kind == MediaKind.VIDEO, clock.nanoTime())) {
            drain();
        } else {
            awaitKeyFrame();
        }
    }

    /** Frames have been lost further on: what comes next must stand for itself. */
    void awaitKeyFrame() {
        if (kind == MediaKind.VIDEO) {
            order.clear();
            if (layer != null && isConnected()) {
                layer.requestKeyFrame();
            }
        }
    }

    @Override
    public boolean takesPast() {
        return false;
    }

    @Override
    public void restarted() {
        order.clear();
        if (depacketizer != null) {
            depacketizer.gap();
        }
        layer = null;
    }
}

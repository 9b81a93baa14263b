package plenum.mediaserver.flow;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.mediaserver.rtp.Rtcp;
import plenum.mediaserver.rtp.RtpPacket;
import plenum.mediaserver.sdp.AgreedMedia;
import plenum.mediaserver.sdp.Codec;

/**
 * One kind of media on its way to one viewer, from changing sources. The outbound path is {@link #take}: choose the payload type, wait for
 * a key frame, drop layers, rewrite, send.
 */
public final class ViewerStream implements Taker {
    private static final Logger log = LoggerFactory.getLogger(ViewerStream.class);
    private static final int FIRST_RANDOM_BITS = 0x7FFF; // leaves room below the first wrap (RFC 3711 section 3.3.1)
    private static final int MAX_RETRANSMISSIONS_PER_SECOND = 1_000;
    private static final int REPEAT_PAUSE_MILLIS = 15;
    private static final int VIDEO_MEMORY = 1024;
    private static final int AUDIO_MEMORY = 128;
    private static final int LATEST = 32;

    /** Is told of events of the stream. */
    public interface Listener {
        /** The source sends a codec that the viewer has not negotiated: it gets nothing. */
        void codecMismatch(String codec);
    }

    private final AgreedMedia agreed;
    private final PacketBuilder builder;
    private final PeerOutput output;
    private final ServerClock clock;
    private final Listener listener;
    private final Lossiness losses;
    private final Rewriter rewriter;
    private final Vp8Choice vp8;
    private final ScalableChoice scalable;
    private final SentPackets memory;
    private final SenderStatistics statistics;
    private final RtpPacket retransmitted = new RtpPacket();
    private final Wish wish;
    private @Nullable PacketSource source;
    private @Nullable Subscription subscription;
    private @Nullable Codec sourceCodec;
    private @Nullable Codec targetCodec;
    private int retransmissions;
    private int repeated;

    public ViewerStream(AgreedMedia agreed, StreamIds ids, PeerOutput output, ServerClock clock, Listener listener) {
        this.agreed = agreed;
        this.output = output;
        this.clock = clock;
        this.listener = listener;
        this.wish = new Wish(clock);
        this.losses = Lossiness.noteworthy(clock);
        this.builder = new PacketBuilder(agreed, ids, clock, losses, output);
        this.statistics = new SenderStatistics(ids.ssrc(), clock);
        this.vp8 = new Vp8Choice(ids.seed());
        this.scalable = new ScalableChoice(agreed, ids.seed());
        this.memory = new SentPackets(agreed.type().equals("video") ? VIDEO_MEMORY : AUDIO_MEMORY);
        this.rewriter =
                new Rewriter(agreed.codecs().getFirst().clockRate(), ids.seed() & FIRST_RANDOM_BITS, ids.seed() >>> 1);
    }

    /** Switches the source; null for none. The stream goes on without a seam as soon as the new one has a key frame. */
    public void receiveFrom(@Nullable PacketSource next) {
        if (source == next) {
            return;
        }
        if (subscription != null) {
            subscription.close();
        }
        stop();
        memory.clear(); // another publisher's extensions would make other bytes of an old packet
        source = next;
        subscription = null;
        if (next != null) {
            subscription = next.subscribe(this, wish);
        }
    }

    /** Most that is worth sending, in bit/s; 0 for no cap; heeded from the next {@link #adapt} on. */
    public void cap(long bitsPerSecond) {
        wish.cap(bitsPerSecond);
    }

    /** Most that the network carries, in bit/s; 0 when that is not known; heeded from the next {@link #adapt} on. */
    public void budget(long bitsPerSecond) {
        wish.budget(bitsPerSecond);
    }

    /** Chooses anew what of the source fits cap and budget; from time to time, and when one of them changes. */
    public void adapt() {
        if (subscription != null) {
            subscription.adapt();
        }
    }

    /** The bit rate in bit/s that is being sent. */
    public long bitsPerSecond() {
        return subscription == null ? 0 : subscription.bitsPerSecond();
    }

    /** The bit rate in bit/s that would be sent with unlimited bandwidth, with a margin. */
    public long wanted() {
        return subscription == null ? 0 : subscription.wanted();
    }

    /** The least bit rate in bit/s at which the source can be shown. */
    public long least() {
        return usable(1);
    }

    /** How much of so many bit/s would be used. */
    public long usable(long bitsPerSecond) {
        return subscription == null ? 0 : subscription.usable(bitsPerSecond);
    }

    /** The layer that is being sent, or null before its first key frame. */
    private @Nullable Layer current() {
        return subscription == null ? null : subscription.current();
    }

    private void stop() {
        rewriter.stop();
        sourceCodec = null;
        targetCodec = null;
    }

    @Override
    public void restarted() {
        stop();
    }

    @Override
    public boolean take(Subscription by, KeptPacket packet) {
        Layer layer = packet.layer();
        Codec target = target(by, layer);
        if (target == null) {
            return false;
        }
        boolean begins = !rewriter.running();
        if (begins) {
            if (!packet.startsKeyFrame()) {
                layer.requestKeyFrame();
                return false;
            }
            begin(by, packet);
        }
        if (rewriter.covers(packet.sequence()) && !leavesOut(by, packet)) {
            forward(packet, target);
        }
        return begins;
    }

    /** Whether the viewer has been shown what is newer: a key frame that was repaired late would take it back. */
    @Override
    public boolean hasPassed(KeptPacket packet) {
        int behind = packet.layer().behind(packet.packet().timestamp());
        return rewriter.isPast(behind, clock.nanoTime());
    }

    private void begin(Subscription by, KeptPacket packet) {
        int timestamp = packet.packet().timestamp();
        rewriter.begin(packet.sequence(), timestamp, packet.layer().behind(timestamp), clock.nanoTime());
        by.shows(0); // until the first frame says more
        choiceFor(packet.layer()).begin(packet, by);
    }

    private boolean leavesOut(Subscription by, KeptPacket packet) {
        if (!rewriter.isNewest(packet.sequence()) || choiceFor(packet.layer()).passes(packet, by)) {
            return false;
        }
        rewriter.skip(packet.sequence(), packet.packet().timestamp());
        return true;
    }

    private FrameChoice choiceFor(Layer layer) {
        return layer.isVp8() ? vp8 : scalable;
    }

    private void forward(KeptPacket packet, Codec target) {
        Layer layer = packet.layer();
        long sequence = packet.sequence();
        FrameChoice choice = choiceFor(layer);
        int numbers = choice.numbers(packet, rewriter);
        long number = rewriter.sequence(sequence);
        int timestamp = rewriter.timestamp(packet.packet().timestamp());
        builder.build(packet.packet(), target, (int) number, timestamp);
        choice.renumber(builder, numbers);
        rewriter.sent(sequence, number, timestamp, layer.lastArrivalNanos());
        memory.sent(number, layer, sequence, timestamp, numbers);
        statistics.sent(builder.length());
        output.sendRtp(builder.buffer(), builder.length());
    }

    /** The viewer's name for the source's codec, found once per codec; null when there is none. */
    private @Nullable Codec target(Subscription by, Layer layer) {
        Codec codec = layer.codec();
        if (codec == sourceCodec || codec == null) {
            return targetCodec;
        }
        sourceCodec = codec;
        targetCodec = agreed.codecs().stream()
                .filter(candidate -> candidate.takes(codec))
                .findFirst()
                .orElse(null);
        AgreedMedia published = by.published();
        if (targetCodec == null) {
            log.warn(
                    "{} of codec {} cannot be forwarded: the viewer has not negotiated it",
                    agreed.type(),
                    codec.name());
            listener.codecMismatch(codec.name());
        } else if (published != null) {
            builder.from(published);
        }
        return targetCodec;
    }

    /** Sends again what the viewer misses, if it is still there and the viewer does not ask too much. */
    public void onNack(Rtcp.Nack nack) {
        statistics.countNack();
        Codec target = targetCodec;
        if (target == null) {
            return;
        }
        List<Integer> lost = nack.lost();
        for (int i = 0; i < lost.size() && retransmissions < MAX_RETRANSMISSIONS_PER_SECOND; i++) {
            repeat(lost.get(i), target);
        }
    }

    private void repeat(int number, Codec target) {
        int slot = memory.find(rewriter.extended(number));
        Layer layer = slot < 0 ? null : memory.layer(slot);
        if (layer == null
                || !layer.find(memory.source(slot), retransmitted)
                || !memory.mayRepeat(slot, clock.nanoTime(), REPEAT_PAUSE_MILLIS)) {
            return;
        }
        retransmissions++;
        statistics.countRetransmission();
        sendAgain(layer, slot, number, target);
        if (losses.isLossy() && target.retransmissionType() != Codec.NONE) {
            sendAgain(layer, slot, number, target); // a second loss costs the picture a whole round trip more
        }
    }

    private void sendAgain(Layer layer, int slot, int number, Codec target) {
        builder.rebuild(retransmitted, target, number, memory.timestamp(slot));
        choiceFor(layer).renumber(builder, memory.numbers(slot));
        output.sendRtp(builder.buffer(), builder.length());
    }

    /** Sends one of the latest packets once more, to see whether it gets through; answers its bytes, 0 when that is not possible. */
    public int repeatSomething() {
        Codec target = targetCodec;
        if (target == null || target.retransmissionType() == Codec.NONE) {
            return 0;
        }
        for (int i = 0; i < LATEST; i++) {
            long number = rewriter.lastSequence() - repeated++ % LATEST;
            int slot = memory.find(number);
            Layer layer = slot < 0 ? null : memory.layer(slot);
            if (layer != null && layer.find(memory.source(slot), retransmitted)) {
                sendAgain(layer, slot, (int) number & 0xFFFF, target);
                return builder.length();
            }
        }
        return 0;
    }

    /** The viewer wants a key frame, by either message. */
    public void onKeyFrameRequest(boolean fullIntra) {
        statistics.countKeyFrameRequest(fullIntra);
        Layer layer = current();
        if (layer != null) {
            layer.requestKeyFrame();
        }
    }

    public void onReportBlock(Rtcp.ReportBlock block) {
        statistics.onReportBlock(block);
        losses.reported(block.fractionLost());
    }

    /** Whether a NACK or request about this synchronisation source is meant for this stream. */
    public boolean owns(int ssrc) {
        return builder.owns(ssrc);
    }

    /** Whether this is the synchronisation source of the stream itself, not of its retransmissions. */
    public boolean ownsPrimary(int ssrc) {
        return builder.ownsPrimary(ssrc);
    }

    /** The sender report that is due each second (RFC 3550 section 6.4.1), once the publisher's own tells how its clocks relate. */
    public Optional<Rtcp.SenderReport> report() {
        retransmissions = 0;
        Layer layer = current();
        Integer sourceTimestamp = layer == null || !rewriter.running() ? null : layer.timestampNow();
        return sourceTimestamp == null
                ? Optional.empty()
                : Optional.of(statistics.report(rewriter.timestamp(sourceTimestamp)));
    }

    /** Counters as of now, or null before the first packet. */
    public @Nullable OutboundCounters counters() {
        Codec codec = targetCodec == null ? agreed.codecs().getFirst() : targetCodec;
        return statistics.packets() == 0
                ? null
                : statistics.counters(codec, agreed.codecs().getFirst().clockRate());
    }

    public long packets() {
        return statistics.packets();
    }
}

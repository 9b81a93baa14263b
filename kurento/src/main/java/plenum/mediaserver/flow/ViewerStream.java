package plenum.mediaserver.flow;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.mediaserver.rtp.Rtcp;
import plenum.mediaserver.rtp.RtpPacket;
import plenum.mediaserver.sdp.AgreedMedia;
import plenum.mediaserver.sdp.Codec;

/**
 * One kind of media on its way to one viewer, whatever source it comes from. The outbound path is {@link #take}: choose the payload type,
 * wait for a key frame, rewrite, send.
 */
public final class ViewerStream implements Taker {
    private static final Logger log = LoggerFactory.getLogger(ViewerStream.class);
    private static final int FIRST_RANDOM_BITS = 0x7FFF; // leaves room below the first wrap (RFC 3711 section 3.3.1)
    private static final int MAX_RETRANSMISSIONS_PER_SECOND = 1_000;

    /** What the viewer is told about. */
    public interface Listener {
        /** The source sends a codec that the viewer has not negotiated: it gets nothing. */
        void codecMismatch(String codec);
    }

    private final AgreedMedia agreed;
    private final PacketBuilder builder;
    private final PeerOutput output;
    private final ServerClock clock;
    private final Listener listener;
    private final Rewriter rewriter;
    private final SenderStatistics statistics;
    private final RtpPacket retransmitted = new RtpPacket();
    private @Nullable Publication source;
    private @Nullable Codec sourceCodec;
    private @Nullable Codec targetCodec;
    private int retransmissions;

    public ViewerStream(AgreedMedia agreed, StreamIds ids, PeerOutput output, ServerClock clock, Listener listener) {
        this.agreed = agreed;
        this.output = output;
        this.clock = clock;
        this.listener = listener;
        this.builder = new PacketBuilder(agreed, ids, clock, output);
        this.statistics = new SenderStatistics(ids.ssrc(), clock);
        this.rewriter =
                new Rewriter(agreed.codecs().getFirst().clockRate(), ids.seed() & FIRST_RANDOM_BITS, ids.seed() >>> 1);
    }

    /** Switches the source; null for none. The stream goes on without a seam as soon as the new one has a key frame. */
    public void receiveFrom(@Nullable Publication next) {
        if (source == next) {
            return;
        }
        if (source != null) {
            source.remove(this);
        }
        source = next;
        restarted();
        if (next != null) {
            next.add(this);
            if (!rewriter.running()) {
                next.requestKeyFrame();
            }
        }
    }

    @Override
    public void restarted() {
        rewriter.stop();
        sourceCodec = null;
        targetCodec = null;
    }

    @Override
    public void take(RtpPacket packet, long sequence, Codec codec, boolean startsKeyFrame) {
        Codec target = target(codec);
        if (target == null) {
            return;
        }
        if (!rewriter.running()) {
            if (!startsKeyFrame) {
                requestKeyFrame();
                return;
            }
            rewriter.begin(sequence, packet.timestamp(), clock.nanoTime());
        }
        if (!rewriter.covers(sequence)) {
            return;
        }
        long number = rewriter.sequence(sequence);
        int timestamp = rewriter.timestamp(packet.timestamp());
        builder.build(packet, target, (int) number, timestamp);
        rewriter.sent(number, timestamp, clock.nanoTime());
        statistics.sent(builder.length());
        output.sendRtp(builder.buffer(), builder.length());
    }

    /** The viewer's name for the source's codec, found once per codec; null when there is none. */
    private @Nullable Codec target(Codec codec) {
        if (codec == sourceCodec) {
            return targetCodec;
        }
        sourceCodec = codec;
        targetCodec = agreed.codecs().stream()
                .filter(candidate -> candidate.takes(codec))
                .findFirst()
                .orElse(null);
        AgreedMedia published = source == null ? null : source.agreed();
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
        Publication publication = source;
        Codec target = targetCodec;
        if (publication == null || target == null) {
            return;
        }
        for (int number : nack.lost()) {
            long sequence = rewriter.sourceOf(number);
            if (sequence < 0 || !publication.find(sequence, retransmitted)) {
                continue;
            }
            if (++retransmissions > MAX_RETRANSMISSIONS_PER_SECOND) {
                return;
            }
            builder.rebuild(retransmitted, target, number, rewriter.timestamp(retransmitted.timestamp()));
            statistics.countRetransmission();
            output.sendRtp(builder.buffer(), builder.length());
        }
    }

    /** The viewer wants a key frame, by either message. */
    public void onKeyFrameRequest(boolean fullIntra) {
        statistics.countKeyFrameRequest(fullIntra);
        requestKeyFrame();
    }

    private void requestKeyFrame() {
        if (source != null) {
            source.requestKeyFrame();
        }
    }

    public void onReportBlock(Rtcp.ReportBlock block) {
        statistics.onReportBlock(block);
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
        Integer sourceTimestamp = source == null || !rewriter.running() ? null : source.timestampNow();
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

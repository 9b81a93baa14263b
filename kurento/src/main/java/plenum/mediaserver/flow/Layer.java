package plenum.mediaserver.flow;

import java.util.List;
import org.jspecify.annotations.Nullable;
import plenum.mediaserver.rtp.KeyFrames;
import plenum.mediaserver.rtp.NtpTime;
import plenum.mediaserver.rtp.Rtcp;
import plenum.mediaserver.rtp.RtpPacket;
import plenum.mediaserver.rtp.Sequence;
import plenum.mediaserver.rtp.SequenceUnwrapper;
import plenum.mediaserver.sdp.AgreedMedia;
import plenum.mediaserver.sdp.Codec;
import plenum.mediaserver.sdp.HeaderExtension;

/**
 * One encoding of a publication: the only one, or one of several of simulcast. Its packets are received, repaired by retransmissions, kept
 * for at least a second, and sent to its takers. A layer without takers requests no key frames, and no retransmissions either if the
 * publication has other layers.
 */
public final class Layer {
    private static final int VIDEO_PACKETS = 1024; // one second at 8 Mbit/s
    private static final int AUDIO_PACKETS = 128;
    /** While no new key frame may be asked for, viewers begin with the one that is there. */
    private static final long FRESH_NANOS = KeyframeRequests.INTERVAL_NANOS;

    private static final long NACK_POLL_NANOS = 5_000_000L;

    private final MediaKind kind;
    private final int index;
    private final RtcpSink toPublisher;
    private final PublisherClock publisherClock;
    private final ServerClock clock;
    private final boolean repairedAlways;
    private final PacketRing ring;
    private final Fanout fanout;
    private final NackGenerator nacks = new NackGenerator();
    private final Lossiness losses;
    private final Lossiness heavyLosses;
    private final KeyframeRequests keyframes;
    private final SpatialLayers spatialLayers = new SpatialLayers();
    private final Continuity continuity = new Continuity();
    private final KeptPacket replayed = new KeptPacket(this);
    private SequenceUnwrapper unwrapper = new SequenceUnwrapper();
    private @Nullable Codec codec;
    private @Nullable ReceptionStatistics statistics;
    private KeyFrames keyFrames = KeyFrames.ALWAYS;
    private boolean retransmits;
    private int ssrc;
    private int newestTimestamp;
    private long keyFrameSequence;
    private long keyFrameNanos;
    private long lastNackPollNanos;
    private long nackCount;
    private long pictureLossCount;

    /** @param index the place in the publication's list; @param only whether there is no other layer of the publication */
    Layer(MediaKind kind, int index, boolean only, RequestSpacing spacing, PublisherSide publisher) {
        this.kind = kind;
        this.index = index;
        this.toPublisher = publisher.rtcp();
        this.publisherClock = publisher.publisherClock();
        this.clock = publisher.clock();
        this.losses = Lossiness.noteworthy(clock);
        this.heavyLosses = Lossiness.heavy(clock);
        this.fanout = new Fanout(this, publisher.soon());
        this.repairedAlways = only;
        this.keyframes = new KeyframeRequests(spacing, this::sendPictureLoss);
        this.keyFrameNanos = clock.nanoTime() - FRESH_NANOS;
        this.ring = new PacketRing(kind == MediaKind.VIDEO ? VIDEO_PACKETS : AUDIO_PACKETS);
    }

    /** Sets the format that was negotiated with the publisher. */
    void agreed(AgreedMedia media) {
        spatialLayers.describedBy(media.extensionId(HeaderExtension.DEPENDENCY_DESCRIPTOR));
    }

    /** The inbound path from here on: number, keep, count, look for gaps, hand on. */
    public void receive(RtpPacket packet, Codec packetCodec, long nowNanos) {
        if (packet.ssrc() != ssrc || packetCodec != codec) {
            restart(packet.ssrc(), packetCodec);
        }
        long sequence = unwrapper.unwrap(packet.sequenceNumber());
        int length = packet.headerLength() + packet.payloadLength();
        KeptPacket arrived = fanout.next();
        if (!ring.store(sequence, packet, length, arrived.packet)) {
            return;
        }
        continuity.arrived(packet.timestamp(), nowNanos);
        if (statistics != null) {
            statistics.received(sequence, packet.timestamp(), length, nowNanos);
        }
        repair(sequence, nowNanos);
        describe(arrived, sequence);
        arrived.late = sequence < unwrapper.highest();
        if (!arrived.late) {
            newestTimestamp = packet.timestamp();
        }
        spatialLayers.count(
                length - copies(packet, packetCodec),
                arrived.descriptor.temporalLayer(),
                arrived.dependencies,
                nowNanos);
        if (arrived.startsKeyFrame) {
            keyFrameArrived(arrived, nowNanos);
        }
        fanout.add(kind == MediaKind.VIDEO && !packet.marker());
    }

    /** Bytes of earlier audio in the packet: most viewers are not sent them ({@link Redundancy}). */
    private static int copies(RtpPacket packet, Codec codec) {
        return packet.payloadType() == codec.payloadType() ? 0 : Redundancy.newestBlock(packet);
    }

    /** Reads the descriptors, and whether a key frame starts. */
    private void describe(KeptPacket arrived, long sequence) {
        RtpPacket stored = arrived.packet;
        if (keyFrames == KeyFrames.VP8) {
            arrived.descriptor.read(stored.data(), stored.payloadOffset(), stored.payloadLength());
            arrived.dependencies.clear();
        } else {
            arrived.descriptor.read(stored.data(), 0, 0);
            spatialLayers.describe(stored, sequence, arrived.dependencies);
        }
        arrived.sequence = sequence;
        arrived.startsKeyFrame = keyFrames.startsIn(stored);
    }

    private void keyFrameArrived(KeptPacket first, long nowNanos) {
        keyframes.arrived();
        keyFrameSequence = first.sequence;
        keyFrameNanos = nowNanos;
        spatialLayers.size(first.descriptor.width(), first.descriptor.height());
    }

    private void restart(int newSsrc, Codec newCodec) {
        fanout.handOn();
        if (newSsrc != ssrc || statistics == null) {
            statistics = new ReceptionStatistics(newCodec.clockRate());
            unwrapper = new SequenceUnwrapper();
            nacks.clear();
            ring.clear();
            continuity.begin(newCodec.clockRate());
            keyFrameNanos -= FRESH_NANOS;
        }
        spatialLayers.clear();
        ssrc = newSsrc;
        codec = newCodec;
        keyFrames = KeyFrames.ofCodec(newCodec.name());
        retransmits = newCodec.feedback().contains("nack");
        fanout.restarted();
    }

    private void repair(long sequence, long nowNanos) {
        if (!nacks.received(sequence, nowNanos) && kind == MediaKind.VIDEO && !fanout.isEmpty()) {
            keyframes.request(nowNanos);
        }
        if (!nacks.idle() && nowNanos - lastNackPollNanos >= NACK_POLL_NANOS) {
            poll(nowNanos);
        }
    }

    /** Sends the requests that are due. */
    void poll(long nowNanos) {
        lastNackPollNanos = nowNanos;
        if (!repairedAlways && fanout.isEmpty()) {
            return;
        }
        keyframes.poll(nowNanos);
        if (retransmits) {
            List<Integer> lost = nacks.due(nowNanos);
            if (!lost.isEmpty()) {
                nackCount++;
                toPublisher.send(new Rtcp.Nack(toPublisher.ssrc(), ssrc, lost));
            }
        }
    }

    /** Asks for a key frame, throttled; of audio there is none to ask for, and a stream that has not begun begins with one. */
    public void requestKeyFrame() {
        if (kind == MediaKind.VIDEO && codec != null) {
            keyframes.request(clock.nanoTime());
        }
    }

    private void sendPictureLoss() {
        if (codec != null) {
            pictureLossCount++;
            toPublisher.send(new Rtcp.PictureLoss(toPublisher.ssrc(), ssrc));
        }
    }

    /** Starts to hand packets to {@code taker}. */
    void add(LayerTaker taker) {
        fanout.add(taker);
    }

    /** Hands the last key frame and what followed it to {@code taker}, if it has only just come. */
    void replay(LayerTaker taker) {
        if (kind == MediaKind.VIDEO && codec != null && clock.nanoTime() - keyFrameNanos < FRESH_NANOS) {
            replay(taker, keyFrameSequence);
        }
    }

    /** Hands all that is there from this packet on to {@code taker}. */
    void replay(LayerTaker taker, long from) {
        for (long sequence = from; sequence <= unwrapper.highest(); sequence++) {
            if (ring.find(sequence, replayed.packet)) {
                describe(replayed, sequence);
                taker.take(replayed);
            }
        }
    }

    void remove(LayerTaker taker) {
        fanout.remove(taker);
    }

    void close() {
        fanout.clear();
    }

    boolean isTaken() {
        return !fanout.isEmpty();
    }

    /** Wraps {@code view} round a packet of the last second; false when it is gone. */
    boolean find(long sequence, RtpPacket view) {
        return ring.find(sequence, view);
    }

    /** The place in the publication's list. */
    int index() {
        return index;
    }

    /** The publisher's synchronisation source, 0 before the first packet. */
    public int ssrc() {
        return ssrc;
    }

    /** The codec that is sent now, or null before the first packet. */
    public @Nullable Codec codec() {
        return codec;
    }

    boolean isVp8() {
        return keyFrames == KeyFrames.VP8;
    }

    SpatialLayers spatialLayers() {
        return spatialLayers;
    }

    /** How much older than the newest packet one of this timestamp is, in units of the codec's clock. */
    int behind(int timestamp) {
        return Math.max(0, Sequence.timestampDistance(timestamp, newestTimestamp));
    }

    /** When the last packet came; meaningless before the first. */
    long lastArrivalNanos() {
        return continuity.lastArrivalNanos();
    }

    Continuity continuity() {
        return continuity;
    }

    /** Pixels of the largest picture, 0 when neither codec nor descriptor tells. */
    int pixels() {
        return spatialLayers.pixels(spatialLayers.count() - 1);
    }

    /** In bit/s, with all that the spatial layer needs, and the temporal layers up to this one. */
    long bitsPerSecond(int spatialLayer, int temporalLayer) {
        return spatialLayers.bitsPerSecond(spatialLayer, temporalLayer, clock.nanoTime());
    }

    void onSenderReport(Rtcp.SenderReport report) {
        if (statistics != null && report.ssrc() == ssrc) {
            publisherClock.observe(NtpTime.toEpochNanos(report.ntp()), clock.epochNanos());
            statistics.onSenderReport(report, clock.nanoTime());
        }
    }

    /** The publisher's RTP timestamp of this moment, by its sender reports, or null before the first of them. */
    @Nullable
    Integer timestampNow() {
        Rtcp.SenderReport report = statistics == null ? null : statistics.lastReport();
        if (report == null || codec == null) {
            return null;
        }
        long elapsed = publisherClock.toPublisher(clock.epochNanos()) - NtpTime.toEpochNanos(report.ntp());
        return report.rtpTimestamp() + (int) (elapsed / 1_000 * codec.clockRate() / 1_000_000);
    }

    /** When a packet of this timestamp was captured, by the publisher's reports: nanoseconds since 1970 of our clock. Null before the first of them. */
    public @Nullable Long capturedEpochNanos(int timestamp) {
        Integer now = timestampNow();
        if (now == null || codec == null) {
            return null;
        }
        long ago = Sequence.timestampDistance(timestamp, now) * 1_000_000_000L / codec.clockRate();
        return clock.epochNanos() - ago;
    }

    /** Whether so much is lost on the publisher's way that its browser will soon give up what it can do without. */
    boolean suffers() {
        return heavyLosses.isLossy();
    }

    /** How long repetitions take while packets are lost, else 0. */
    long repairNanos() {
        return losses.isLossy() ? nacks.roundTripNanos() : 0;
    }

    /** The block about this source for a report to the publisher, or null before the first packet. Due once a second. */
    Rtcp.@Nullable ReportBlock reportBlock() {
        int lost = nacks.takeFractionLost();
        losses.reported(lost);
        heavyLosses.reported(lost);
        return statistics == null ? null : statistics.block(ssrc, clock.nanoTime());
    }

    /** Counters as of now, or null before the first packet. */
    @Nullable
    InboundCounters counters() {
        if (statistics == null || codec == null) {
            return null;
        }
        return new InboundCounters(
                ssrc,
                codec,
                statistics.packets(),
                statistics.bytes(),
                statistics.lost(),
                statistics.fractionLost(),
                statistics.jitterSeconds(),
                nackCount,
                pictureLossCount);
    }
}

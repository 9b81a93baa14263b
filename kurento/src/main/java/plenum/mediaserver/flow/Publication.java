package plenum.mediaserver.flow;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plenum.mediaserver.rtp.KeyFrames;
import plenum.mediaserver.rtp.NtpTime;
import plenum.mediaserver.rtp.Rtcp;
import plenum.mediaserver.rtp.RtpPacket;
import plenum.mediaserver.rtp.SequenceUnwrapper;
import plenum.mediaserver.sdp.AgreedMedia;
import plenum.mediaserver.sdp.Codec;

/**
 * What one peer publishes of one kind: received, repaired, kept for a second or more, and handed to everyone who takes it. Lives on its
 * pipeline's loop.
 */
public final class Publication implements PacketSource {
    private static final int VIDEO_PACKETS = 1024; // one second at 8 Mbit/s
    private static final int AUDIO_PACKETS = 128;
    /** While no new key frame may be asked for, viewers begin with the one that is there. */
    private static final long FRESH_NANOS = KeyframeRequests.INTERVAL_NANOS;

    private static final long NACK_POLL_NANOS = 5_000_000L;

    private final MediaKind kind;
    private final RtcpSink toPublisher;
    private final PublisherClock publisherClock;
    private final ServerClock clock;
    private final PacketRing ring;
    private final List<Taker> takers = new ArrayList<>();
    private final NackGenerator nacks = new NackGenerator();
    private final KeyframeRequests keyframes = new KeyframeRequests(this::sendPictureLoss);
    private final RtpPacket stored = new RtpPacket();
    private SequenceUnwrapper unwrapper = new SequenceUnwrapper();
    private @Nullable AgreedMedia agreed;
    private @Nullable Codec codec;
    private @Nullable ReceptionStatistics statistics;
    private KeyFrames keyFrames = KeyFrames.ALWAYS;
    private boolean retransmits;
    private int ssrc;
    private long keyFrameSequence;
    private long keyFrameNanos;
    private long lastNackPollNanos;
    private long nackCount;
    private long pictureLossCount;

    public Publication(MediaKind kind, RtcpSink toPublisher, PublisherClock publisherClock, ServerClock clock) {
        this.kind = kind;
        this.toPublisher = toPublisher;
        this.publisherClock = publisherClock;
        this.clock = clock;
        this.keyFrameNanos = clock.nanoTime() - FRESH_NANOS;
        this.ring = new PacketRing(kind == MediaKind.VIDEO ? VIDEO_PACKETS : AUDIO_PACKETS);
    }

    @Override
    public MediaKind kind() {
        return kind;
    }

    /** What was negotiated with the publisher; before it no packet is taken. */
    public void agreed(AgreedMedia media) {
        agreed = media;
    }

    @Nullable
    AgreedMedia agreed() {
        return agreed;
    }

    /** The inbound path from here on: number, count, look for gaps, keep, hand on. */
    public void receive(RtpPacket packet, Codec packetCodec, long nowNanos) {
        if (packet.ssrc() != ssrc || packetCodec != codec) {
            restart(packet.ssrc(), packetCodec);
        }
        long sequence = unwrapper.unwrap(packet.sequenceNumber());
        int length = packet.headerLength() + packet.payloadLength();
        if (!ring.store(sequence, packet, length, stored)) {
            return;
        }
        if (statistics != null) {
            statistics.received(sequence, packet.timestamp(), length, nowNanos);
        }
        repair(sequence, nowNanos);
        boolean startsKeyFrame = keyFrames.startsIn(stored);
        if (startsKeyFrame) {
            keyframes.arrived();
            keyFrameSequence = sequence;
            keyFrameNanos = nowNanos;
        }
        for (int i = 0; i < takers.size(); i++) {
            takers.get(i).take(stored, sequence, packetCodec, startsKeyFrame);
        }
    }

    private void restart(int newSsrc, Codec newCodec) {
        if (newSsrc != ssrc || statistics == null) {
            statistics = new ReceptionStatistics(newCodec.clockRate());
            unwrapper = new SequenceUnwrapper();
            nacks.clear();
            ring.clear();
            keyFrameNanos -= FRESH_NANOS;
        }
        ssrc = newSsrc;
        codec = newCodec;
        keyFrames = KeyFrames.ofCodec(newCodec.name());
        retransmits = newCodec.feedback().contains("nack");
        takers.forEach(Taker::restarted);
    }

    private void repair(long sequence, long nowNanos) {
        if (!nacks.received(sequence, nowNanos) && kind == MediaKind.VIDEO) {
            keyframes.request(nowNanos);
        }
        if (!nacks.idle() && nowNanos - lastNackPollNanos >= NACK_POLL_NANOS) {
            poll(nowNanos);
        }
    }

    /** Sends the requests that are due. */
    public void poll(long nowNanos) {
        lastNackPollNanos = nowNanos;
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

    /** Ends the publication: whoever takes it gets nothing any more. */
    public void close() {
        takers.clear();
    }

    /** Starts to hand packets to {@code taker}, from the last key frame on if that has only just come. */
    void add(Taker taker) {
        takers.add(taker);
        Codec current = codec;
        if (kind == MediaKind.VIDEO && current != null && clock.nanoTime() - keyFrameNanos < FRESH_NANOS) {
            for (long sequence = keyFrameSequence; sequence <= unwrapper.highest(); sequence++) {
                if (ring.find(sequence, stored)) {
                    taker.take(stored, sequence, current, sequence == keyFrameSequence);
                }
            }
        }
    }

    void remove(Taker taker) {
        takers.remove(taker);
    }

    /** Wraps {@code view} round a packet of the last second; false when it is gone. */
    boolean find(long sequence, RtpPacket view) {
        return ring.find(sequence, view);
    }

    /** The publisher's synchronisation source, 0 before the first packet. */
    public int ssrc() {
        return ssrc;
    }

    /** What the publisher sends now, or null before the first packet. */
    public @Nullable Codec codec() {
        return codec;
    }

    public void onSenderReport(Rtcp.SenderReport report) {
        if (statistics != null && report.ssrc() == ssrc) {
            publisherClock.observe(NtpTime.toEpochNanos(report.ntp()), clock.epochNanos());
            statistics.onSenderReport(report, clock.nanoTime());
        }
    }

    /** What the publisher's RTP timestamp is at this moment by its own reports, or null before the first of them. */
    @Nullable
    Integer timestampNow() {
        Rtcp.SenderReport report = statistics == null ? null : statistics.lastReport();
        if (report == null || codec == null) {
            return null;
        }
        long elapsed = publisherClock.toPublisher(clock.epochNanos()) - NtpTime.toEpochNanos(report.ntp());
        return report.rtpTimestamp() + (int) (elapsed / 1_000 * codec.clockRate() / 1_000_000);
    }

    /** The block about this source for a report to the publisher, or null before the first packet. */
    public Rtcp.@Nullable ReportBlock reportBlock() {
        return statistics == null ? null : statistics.block(ssrc, clock.nanoTime());
    }

    /** Counters as of now, or null before the first packet. */
    public @Nullable InboundCounters counters() {
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

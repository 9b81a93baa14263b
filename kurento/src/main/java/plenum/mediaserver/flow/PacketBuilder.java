package plenum.mediaserver.flow;

import org.jspecify.annotations.Nullable;
import plenum.mediaserver.rtp.DependencyDescriptor;
import plenum.mediaserver.rtp.KeyFrames;
import plenum.mediaserver.rtp.NtpTime;
import plenum.mediaserver.rtp.RedundantAudio;
import plenum.mediaserver.rtp.RtpPacket;
import plenum.mediaserver.rtp.RtpWriter;
import plenum.mediaserver.rtp.Vp8Descriptor;
import plenum.mediaserver.sdp.AgreedMedia;
import plenum.mediaserver.sdp.Codec;
import plenum.mediaserver.sdp.HeaderExtension;

/**
 * Writes the packets for one viewer: a new header and extension ids before the publisher's payload.
 *
 * <p>A retransmission without RTX has the old sequence number, and therefore the old cipher IV. It must be identical to the first
 * transmission, so a video stream without RTX has no extension with the time of sending.
 */
final class PacketBuilder {
    private static final HeaderExtension[] PASSED_ON = {
        HeaderExtension.AUDIO_LEVEL, HeaderExtension.VIDEO_ORIENTATION, HeaderExtension.PLAYOUT_DELAY,
    };
    private static final int NOWHERE = -1;
    private static final int MAX_ONE_BYTE_ID = 14;
    private static final int MAX_ONE_BYTE_LENGTH = 16;

    private final StreamIds ids;
    private final ServerClock clock;
    private final PeerOutput output;
    private final Redundancy redundancy;
    private final RtpWriter writer;
    private final int[] sourceIds = new int[PASSED_ON.length];
    private final int[] targetIds = new int[PASSED_ON.length];
    private final int sendTimeId;
    private final int transportSequenceId;
    private final int dependenciesId;
    private final boolean twoByteForm;
    private @Nullable Codec latest;
    private boolean repeatable;
    private boolean describesFrames;
    private int retransmissionSequence;
    private int payloadAt;
    private int sourceDependenciesId;
    private int dependenciesAt = NOWHERE;

    PacketBuilder(AgreedMedia agreed, StreamIds ids, ServerClock clock, Lossiness losses, PeerOutput output) {
        this.ids = ids;
        this.clock = clock;
        this.output = output;
        this.redundancy = new Redundancy(agreed, losses);
        this.writer = new RtpWriter(output.packetBuffer());
        this.retransmissionSequence = ids.seed() >>> 8 & 0x7FFF;
        this.twoByteForm = agreed.extensions().values().stream().anyMatch(id -> id > MAX_ONE_BYTE_ID);
        this.sendTimeId = agreed.extensionId(HeaderExtension.ABSOLUTE_SEND_TIME);
        this.transportSequenceId = agreed.extensionId(HeaderExtension.TRANSPORT_SEQUENCE);
        this.dependenciesId = agreed.extensionId(HeaderExtension.DEPENDENCY_DESCRIPTOR);
        for (int i = 0; i < PASSED_ON.length; i++) {
            targetIds[i] = agreed.extensionId(PASSED_ON[i]);
        }
    }

    /** Sets the extension ids of the packets. */
    void from(AgreedMedia published) {
        for (int i = 0; i < PASSED_ON.length; i++) {
            sourceIds[i] = published.extensionId(PASSED_ON[i]);
        }
        sourceDependenciesId = published.extensionId(HeaderExtension.DEPENDENCY_DESCRIPTOR);
        redundancy.from(published);
    }

    boolean owns(int ssrc) {
        return ssrc == ids.ssrc() || ssrc == ids.retransmissionSsrc();
    }

    boolean ownsPrimary(int ssrc) {
        return ssrc == ids.ssrc();
    }

    void build(RtpPacket packet, Codec codec, int sequenceNumber, int timestamp) {
        int redundantType = redundancy.isIn(packet) ? redundancy.typeFor(codec) : Codec.NONE;
        int type = redundantType == Codec.NONE ? codec.payloadType() : redundantType;
        writer.begin(type, packet.marker(), sequenceNumber, timestamp, ids.ssrc());
        if (codec != latest) {
            latest = codec;
            describesFrames = dependenciesId != 0 && !codec.name().equalsIgnoreCase(KeyFrames.VP8.name());
            repeatable =
                    codec.retransmissionType() == Codec.NONE && codec.feedback().contains("nack");
        }
        extensions(packet, !repeatable);
        if (redundantType == Codec.NONE) {
            payload(packet, redundancy.copiesIn(packet));
        } else {
            payload(packet, 0);
            RedundantAudio.rename(writer.buffer(), payloadAt, writer.length() - payloadAt, codec.payloadType());
        }
    }

    private void payload(RtpPacket packet, int from) {
        payloadAt = writer.length();
        writer.payload(packet.data(), packet.payloadOffset() + from, packet.payloadLength() - from);
    }

    /** Puts other numbers into the VP8 descriptor of the packet that has just been built; {@link Vp8Descriptor#NONE} for both: nothing. */
    void renumber(int picture, int baseIndex) {
        if (picture != Vp8Descriptor.NONE || baseIndex != Vp8Descriptor.NONE) {
            Vp8Descriptor.renumber(writer.buffer(), payloadAt, writer.length() - payloadAt, picture, baseIndex);
        }
    }

    /** Puts another number into the dependency descriptor of the packet that has just been built, and says whether it is the last of its picture. */
    void renumberFrame(int frame, boolean endsPicture) {
        if (dependenciesAt != NOWHERE) {
            DependencyDescriptor.renumber(writer.buffer(), dependenciesAt, frame);
        }
        if (endsPicture) {
            RtpPacket.mark(writer.buffer());
        }
    }

    /** Builds a retransmission: on the stream of its own (RFC 4588 section 4), or else as it was. */
    void rebuild(RtpPacket packet, Codec codec, int sequenceNumber, int timestamp) {
        if (codec.retransmissionType() == Codec.NONE) {
            build(packet, codec, sequenceNumber, timestamp);
            return;
        }
        int number = ++retransmissionSequence;
        writer.begin(codec.retransmissionType(), packet.marker(), number, timestamp, ids.retransmissionSsrc());
        extensions(packet, true);
        writer.payload16(sequenceNumber);
        payload(packet, redundancy.copiesIn(packet));
    }

    private void extensions(RtpPacket packet, boolean withTimes) {
        int dependencies = !describesFrames ? -1 : packet.findExtension(sourceDependenciesId);
        int dependenciesLength = dependencies < 0 ? 0 : packet.extensionLength(dependencies);
        if (twoByteForm || dependenciesLength > MAX_ONE_BYTE_LENGTH) {
            writer.useTwoByteForm();
        }
        dependenciesAt = NOWHERE;
        if (dependenciesLength > 0) {
            writer.extension(dependenciesId, packet.data(), packet.extensionOffset(dependencies), dependenciesLength);
            dependenciesAt = writer.length() - dependenciesLength;
        }
        for (int i = 0; i < PASSED_ON.length; i++) {
            int index = targetIds[i] == 0 ? -1 : packet.findExtension(sourceIds[i]);
            int length = index < 0 ? 0 : packet.extensionLength(index);
            if (length > 0 && (twoByteForm || length <= MAX_ONE_BYTE_LENGTH)) {
                writer.extension(targetIds[i], packet.data(), packet.extensionOffset(index), length);
            }
        }
        if (withTimes && sendTimeId != 0) {
            writer.extension24(sendTimeId, NtpTime.absoluteSendTime(clock.ntp()));
        }
        if (withTimes && transportSequenceId != 0) {
            writer.extension16(transportSequenceId, output.nextTransportSequence());
        }
        writer.endHeader();
    }

    byte[] buffer() {
        return writer.buffer();
    }

    int length() {
        return writer.length();
    }
}

package plenum.mediaserver.payload;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import plenum.mediaserver.sdp.Codec;

/**
 * H.264 (RFC 6184, packetization modes 0 and 1): each NAL unit behind its length, as MP4 and Matroska hold them. Parameter sets stay in the
 * frames as well, because they change with the size of the picture.
 */
final class H264Depacketizer extends VideoDepacketizer {
    private static final int STAP_A = 24;
    private static final int FU_A = 28;
    private static final int SPS = 7;
    private static final int PPS = 8;
    private static final int LENGTH = 4;

    private final ByteArrayOutputStream fragment = new ByteArrayOutputStream();

    H264Depacketizer(Codec codec, FrameSink sink) {
        super(codec, sink);
    }

    @Override
    void begin() {
        fragment.reset();
    }

    @Override
    boolean append(byte[] payload) {
        if (payload.length == 0) {
            return true;
        }
        return switch (payload[0] & 0x1F) {
            case STAP_A -> appendAll(payload);
            case FU_A -> appendFragment(payload);
            case 0, 25, 26, 27, 29, 30, 31 -> false;
            default -> appendUnit(payload, 0, payload.length);
        };
    }

    private boolean appendAll(byte[] payload) {
        int at = 1;
        while (at + 2 < payload.length) {
            int length = (payload[at] & 0xFF) << 8 | payload[at + 1] & 0xFF;
            at += 2;
            if (length == 0 || at + length > payload.length) {
                return false;
            }
            appendUnit(payload, at, length);
            at += length;
        }
        return at == payload.length;
    }

    private boolean appendFragment(byte[] payload) {
        if (payload.length < 3) {
            return false;
        }
        boolean starts = (payload[1] & 0x80) != 0;
        if (starts) {
            fragment.reset();
            fragment.write(payload[0] & 0xE0 | payload[1] & 0x1F);
        } else if (fragment.size() == 0) {
            return false;
        }
        fragment.write(payload, 2, payload.length - 2);
        if ((payload[1] & 0x40) != 0) {
            appendUnit(fragment.toByteArray(), 0, fragment.size());
            fragment.reset();
        }
        return fragment.size() <= LONGEST;
    }

    private boolean appendUnit(byte[] data, int from, int length) {
        frame.writeBytes(ByteBuffer.allocate(LENGTH).putInt(length).array());
        frame.write(data, from, length);
        return true;
    }

    /** An AVCDecoderConfigurationRecord (ISO/IEC 14496-15 section 5.3.3.1) of the parameter sets in the frame. */
    @Override
    @Nullable
    TrackFormat describe(byte[] data) {
        byte[] sps = unit(data, SPS);
        byte[] pps = unit(data, PPS);
        if (sps == null || pps == null || sps.length < 4) {
            return null;
        }
        byte[] record = ByteBuffer.allocate(11 + sps.length + pps.length)
                .put((byte) 1)
                .put(sps, 1, 3)
                .put((byte) 0xFF)
                .put((byte) 0xE1)
                .putShort((short) sps.length)
                .put(sps)
                .put((byte) 1)
                .putShort((short) pps.length)
                .put(pps)
                .array();
        return H264Size.of(sps)
                .map(size -> TrackFormat.video("V_MPEG4/ISO/AVC", record, size.width(), size.height()))
                .orElse(null);
    }

    private static byte @Nullable [] unit(byte[] data, int type) {
        int at = 0;
        while (at + LENGTH < data.length) {
            int length = ByteBuffer.wrap(data).getInt(at);
            at += LENGTH;
            if ((data[at] & 0x1F) == type) {
                return Arrays.copyOfRange(data, at, at + length);
            }
            at += length;
        }
        return null;
    }
}

package plenum.mediaserver.payload;

import org.jspecify.annotations.Nullable;
import plenum.mediaserver.sdp.Codec;

/** VP8 (RFC 7741): payload descriptors are taken off. */
final class Vp8Depacketizer extends VideoDepacketizer {
    private static final int KEY_FRAME_HEADER = 10;
    private static final int SIZE_BITS = 0x3FFF;

    Vp8Depacketizer(Codec codec, FrameSink sink) {
        super(codec, sink);
    }

    @Override
    boolean append(byte[] payload) {
        int descriptor = descriptorLength(payload);
        if (descriptor >= payload.length) {
            return payload.length == 0;
        }
        frame.write(payload, descriptor, payload.length - descriptor);
        return true;
    }

    /** RFC 7741 section 4.2. */
    static int descriptorLength(byte[] payload) {
        if (payload.length == 0) {
            return 0;
        }
        int length = 1;
        if ((payload[0] & 0x80) != 0 && payload.length > 1) {
            int extensions = payload[1];
            length++;
            if ((extensions & 0x80) != 0 && payload.length > length) {
                length += (payload[length] & 0x80) != 0 ? 2 : 1;
            }
            length += (extensions & 0x40) != 0 ? 1 : 0;
            length += (extensions & 0x30) != 0 ? 1 : 0;
        }
        return length;
    }

    /** RFC 6386 section 9.1. */
    @Override
    @Nullable
    TrackFormat describe(byte[] data) {
        if (data.length < KEY_FRAME_HEADER || (data[0] & 1) != 0) {
            return null;
        }
        int width = (data[6] & 0xFF | (data[7] & 0xFF) << 8) & SIZE_BITS;
        int height = (data[8] & 0xFF | (data[9] & 0xFF) << 8) & SIZE_BITS;
        return TrackFormat.video("V_VP8", new byte[0], width, height);
    }
}

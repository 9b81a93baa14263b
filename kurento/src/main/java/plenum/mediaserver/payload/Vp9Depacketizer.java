package plenum.mediaserver.payload;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plenum.mediaserver.sdp.Codec;

/** VP9 (RFC 9628): payload descriptors are taken off, and the spatial layers of a picture become one superframe (VP9 bitstream, annex B). */
final class Vp9Depacketizer extends VideoDepacketizer {
    private static final int MOST_FRAMES = 8;
    private static final int SYNC_CODE = 0x498342;
    private static final int RGB = 7;

    private final List<Integer> ends = new ArrayList<>();

    Vp9Depacketizer(Codec codec, FrameSink sink) {
        super(codec, sink);
    }

    @Override
    void begin() {
        ends.clear();
    }

    @Override
    boolean append(byte[] payload) {
        int descriptor = descriptorLength(payload);
        if (descriptor < 0 || descriptor >= payload.length) {
            return payload.length == 0;
        }
        frame.write(payload, descriptor, payload.length - descriptor);
        if ((payload[0] & 0x04) != 0) {
            ends.add(frame.size()); // the last packet of a layer's frame
        }
        return true;
    }

    /** RFC 9628 section 4.2, or -1 when it does not end within the payload. */
    static int descriptorLength(byte[] payload) {
        if (payload.length == 0) {
            return 0;
        }
        int flags = payload[0];
        int at = 1;
        if ((flags & 0x80) != 0) {
            at += at < payload.length && (payload[at] & 0x80) != 0 ? 2 : 1;
        }
        boolean flexible = (flags & 0x10) != 0;
        if ((flags & 0x20) != 0) {
            at += flexible ? 1 : 2;
        }
        if (flexible && (flags & 0x40) != 0) {
            for (int i = 0; i < 3 && at < payload.length; i++) {
                if ((payload[at++] & 1) == 0) {
                    break;
                }
            }
        }
        return (flags & 0x02) == 0 ? at : structureEnd(payload, at);
    }

    private static int structureEnd(byte[] payload, int from) {
        if (from >= payload.length) {
            return -1;
        }
        int structure = payload[from];
        int at = from + 1;
        if ((structure & 0x10) != 0) {
            at += 4 * ((structure >> 5 & 7) + 1);
        }
        if ((structure & 0x08) != 0) {
            int pictures = at < payload.length ? payload[at] & 0xFF : 0;
            at++;
            for (int i = 0; i < pictures; i++) {
                if (at >= payload.length) {
                    return -1;
                }
                at += 1 + (payload[at] >> 2 & 3);
            }
        }
        return at;
    }

    @Override
    byte[] finished() {
        if (ends.size() > 1 && ends.size() <= MOST_FRAMES && ends.getLast() == frame.size()) {
            appendIndex();
        }
        return frame.toByteArray();
    }

    private void appendIndex() {
        int marker = 0xC0 | 3 << 3 | ends.size() - 1; // sizes of four bytes
        frame.write(marker);
        int before = 0;
        for (int end : ends) {
            int size = end - before;
            for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
                frame.write(size >> shift);
            }
            before = end;
        }
        frame.write(marker);
    }

    /** The uncompressed header of the VP9 bitstream, section 6.2. */
    @Override
    @Nullable
    TrackFormat describe(byte[] data) {
        Bits bits = new Bits(data, 0, data.length);
        bits.skip(2);
        int profile = bits.read(1) | bits.read(1) << 1;
        bits.skip(profile == 3 ? 1 : 0);
        boolean existing = bits.read(1) != 0;
        boolean inter = bits.read(1) != 0;
        bits.skip(2);
        if (existing || inter || bits.read(24) != SYNC_CODE) {
            return null;
        }
        bits.skip(profile >= 2 ? 1 : 0);
        if (bits.read(3) != RGB) {
            bits.skip(profile == 1 || profile == 3 ? 4 : 1);
        } else {
            bits.skip(profile == 1 || profile == 3 ? 1 : 0);
        }
        int width = bits.read(16) + 1;
        int height = bits.read(16) + 1;
        return bits.isBeyondEnd() ? null : TrackFormat.video("V_VP9", new byte[0], width, height);
    }
}

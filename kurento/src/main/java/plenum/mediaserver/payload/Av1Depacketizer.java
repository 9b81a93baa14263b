package plenum.mediaserver.payload;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;
import plenum.mediaserver.sdp.Codec;

/** AV1 (RTP payload format 1.0): the OBUs of a temporal unit, each with its size, as Matroska holds them. */
final class Av1Depacketizer extends VideoDepacketizer {
    private static final int TEMPORAL_DELIMITER = 2;
    private static final int SEQUENCE_HEADER = 1;
    private static final int TILE_LIST = 8;
    private static final int PADDING = 15;

    private final ByteArrayOutputStream unit = new ByteArrayOutputStream();

    Av1Depacketizer(Codec codec, FrameSink sink) {
        super(codec, sink);
    }

    @Override
    void begin() {
        unit.reset();
    }

    /** Section 4.4: the aggregation header, then elements, of which the first may go on and the last may not be whole. */
    @Override
    boolean append(byte[] payload) {
        if (payload.length == 0) {
            return true;
        }
        boolean goesOn = (payload[0] & 0x80) != 0;
        boolean open = (payload[0] & 0x40) != 0;
        int count = payload[0] >> 4 & 3;
        if (goesOn == (unit.size() == 0)) {
            return false; // the beginning is missing, or the rest of the one before
        }
        int at = 1;
        for (int i = 1; at < payload.length; i++) {
            int length = payload.length - at;
            if (count == 0 || i < count) {
                Leb128 size = Leb128.read(payload, at);
                if (size == null || size.value() > payload.length - size.end()) {
                    return false;
                }
                length = (int) size.value();
                at = size.end();
            }
            unit.write(payload, at, length);
            at += length;
            if (at < payload.length || !open) {
                appendUnit();
            }
        }
        return unit.size() <= LONGEST;
    }

    private void appendUnit() {
        byte[] obu = unit.toByteArray();
        unit.reset();
        if (obu.length == 0) {
            return;
        }
        int type = type(obu[0]);
        if (type == TEMPORAL_DELIMITER || type == TILE_LIST || type == PADDING) {
            return; // sections 5.1 and 7: containers have them otherwise, or not at all
        }
        int header = (obu[0] & 0x04) != 0 ? 2 : 1;
        if ((obu[0] & 0x02) != 0) {
            frame.writeBytes(obu); // has its size already
            return;
        }
        frame.write(obu[0] | 0x02);
        frame.write(obu, 1, Math.min(header, obu.length) - 1);
        Leb128.write(frame, Math.max(0, obu.length - header));
        frame.write(obu, Math.min(header, obu.length), Math.max(0, obu.length - header));
    }

    private static int type(byte header) {
        return header >> 3 & 0x0F;
    }

    /** An AV1CodecConfigurationRecord (AV1 in ISOBMFF, section 2.3) of the sequence header. */
    @Override
    @Nullable
    TrackFormat describe(byte[] data) {
        int at = 0;
        while (at < data.length) {
            int header = (data[at] & 0x04) != 0 ? 2 : 1;
            Leb128 size = at + header < data.length ? Leb128.read(data, at + header) : null;
            if (size == null || size.value() > data.length - size.end()) {
                return null;
            }
            int end = size.end() + (int) size.value();
            if (type(data[at]) == SEQUENCE_HEADER) {
                return Av1Sequence.format(data, at, size.end(), end);
            }
            at = end;
        }
        return null;
    }
}

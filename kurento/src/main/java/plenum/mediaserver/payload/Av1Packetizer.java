package plenum.mediaserver.payload;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import plenum.mediaserver.sdp.Codec;

/** AV1 (RTP payload format 1.0): each OBU in packets of its own, without its size and without temporal delimiters. */
final class Av1Packetizer extends Packetizer {
    private static final int TEMPORAL_DELIMITER = 2;
    private static final int GOES_ON = 0x80;
    private static final int OPEN = 0x40;
    private static final int ONE_ELEMENT = 0x10;
    private static final int NEW_SEQUENCE = 0x08;
    private static final int HAS_SIZE = 0x02;

    Av1Packetizer(Codec codec) {
        super(codec);
    }

    @Override
    public void packetize(byte[] frame, boolean key, PacketSink sink) {
        List<byte[]> units = units(frame);
        for (int i = 0; i < units.size(); i++) {
            int sequence = key && i == 0 ? NEW_SEQUENCE : 0;
            byte[] unit = units.get(i);
            cut(
                    unit,
                    0,
                    unit.length,
                    (first, last) ->
                            new byte[] {(byte) ((first ? sequence : GOES_ON) | (last ? 0 : OPEN) | ONE_ELEMENT)},
                    sink,
                    i == units.size() - 1);
        }
    }

    private static List<byte[]> units(byte[] frame) {
        List<byte[]> units = new ArrayList<>();
        int at = 0;
        while (at < frame.length) {
            int header = (frame[at] & 0x04) != 0 ? 2 : 1;
            boolean sized = (frame[at] & HAS_SIZE) != 0;
            Leb128 size = sized ? Leb128.read(frame, at + header) : new Leb128(frame.length - at - header, at + header);
            if (size == null || size.value() < 0 || size.value() > frame.length - size.end()) {
                break;
            }
            int end = size.end() + (int) size.value();
            if ((frame[at] >> 3 & 0x0F) != TEMPORAL_DELIMITER) {
                byte[] unit = Arrays.copyOf(Arrays.copyOfRange(frame, at, at + header), header + end - size.end());
                unit[0] &= ~HAS_SIZE;
                System.arraycopy(frame, size.end(), unit, header, end - size.end());
                units.add(unit);
            }
            at = end;
        }
        return units;
    }
}

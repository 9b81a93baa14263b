package plenum.mediaserver.payload;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import plenum.mediaserver.sdp.Codec;

/**
 * H.264 (RFC 6184, packetization mode 1): a NAL unit in a packet, or in fragments. Parameter sets that are in the file's header alone go before each
 * key frame, where browsers expect them.
 */
final class H264Packetizer extends Packetizer {
    private static final int SPS = 7;
    private static final int FU_A = 28;
    private static final int TYPE = 0x1F;
    private static final int NOT_TYPE = 0xE0;

    private final List<byte[]> parameterSets;

    H264Packetizer(Codec codec, byte[] configuration) {
        super(codec);
        parameterSets = parameterSets(configuration);
    }

    /** How many bytes the length before a unit has, 0 when the configuration is none. */
    static int lengthSize(byte[] configuration) {
        return configuration.length < 7 ? 0 : (configuration[4] & 3) + 1;
    }

    private static List<byte[]> parameterSets(byte[] configuration) {
        List<byte[]> sets = new ArrayList<>();
        int at = 5;
        for (int mask : new int[] {0x1F, 0xFF}) { // sequence parameter sets, then picture parameter sets
            int count = at < configuration.length ? configuration[at++] & mask : 0;
            for (int i = 0; i < count && at + 2 <= configuration.length; i++) {
                int length = (configuration[at] & 0xFF) << 8 | configuration[at + 1] & 0xFF;
                at += 2;
                if (at + length > configuration.length) {
                    return sets;
                }
                sets.add(Arrays.copyOfRange(configuration, at, at + length));
                at += length;
            }
        }
        return sets;
    }

    @Override
    public void packetize(byte[] frame, boolean key, PacketSink sink) {
        List<byte[]> units = new ArrayList<>();
        int at = 0;
        while (at + 4 < frame.length) {
            int length = ByteBuffer.wrap(frame).getInt(at);
            at += 4;
            if (length <= 0 || length > frame.length - at) {
                break;
            }
            units.add(Arrays.copyOfRange(frame, at, at + length));
            at += length;
        }
        if (key && units.stream().noneMatch(unit -> (unit[0] & TYPE) == SPS)) {
            units.addAll(0, parameterSets);
        }
        for (int i = 0; i < units.size(); i++) {
            send(units.get(i), i == units.size() - 1, sink);
        }
    }

    private static void send(byte[] unit, boolean last, PacketSink sink) {
        if (unit.length <= MOST) {
            sink.payload(unit, last);
            return;
        }
        byte indicator = (byte) (unit[0] & NOT_TYPE | FU_A);
        cut(
                unit,
                1,
                unit.length,
                (begins, ends) ->
                        new byte[] {indicator, (byte) ((begins ? 0x80 : 0) | (ends ? 0x40 : 0) | unit[0] & TYPE)},
                sink,
                last);
    }
}

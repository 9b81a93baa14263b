package plenum.mediaserver.fuzz;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Makes inputs that are nearly right: good ones, damaged in a few places. The same seed makes the same inputs. */
public final class Mutator {
    private static final int MAX_DAMAGES = 6;
    private static final int MAX_LENGTH = 4096;
    private static final int[] EDGES = {
        0, 1, 2, 0x7E, 0x7F, 0x80, 0x81, 0xFE, 0xFF, 0x100, 0x7FFF, 0x8000, 0xFFFF, 0x7FFFFFFF, 0x80000000, -1
    };

    private final Random random;
    private final List<byte[]> seeds;

    /** @param seeds good inputs, at least one */
    public Mutator(long seed, List<byte[]> seeds) {
        this.random = new Random(seed);
        this.seeds = List.copyOf(seeds);
    }

    public byte[] next() {
        byte[] data = seeds.get(random.nextInt(seeds.size())).clone();
        for (int damages = 1 + random.nextInt(MAX_DAMAGES); damages > 0; damages--) {
            data = damaged(data);
        }
        return data.length > MAX_LENGTH ? Arrays.copyOf(data, MAX_LENGTH) : data;
    }

    private byte[] damaged(byte[] data) {
        if (data.length == 0) {
            return new byte[] {(byte) random.nextInt()};
        }
        int at = random.nextInt(data.length);
        return switch (random.nextInt(10)) {
            case 0, 1 -> flipped(data, at);
            case 2, 3 -> overwritten(data, at, random.nextInt(256), 1);
            case 4 -> overwritten(data, at, EDGES[random.nextInt(EDGES.length)], 1);
            case 5 -> overwritten(data, at, EDGES[random.nextInt(EDGES.length)], 1 << 1 + random.nextInt(2));
            case 6 -> Arrays.copyOf(data, at);
            case 7 -> replaced(data, at, Math.min(data.length, at + 1 + random.nextInt(8)), new byte[0]);
            case 8 ->
                replaced(
                        data, at, at, Arrays.copyOfRange(data, at, Math.min(data.length, at + 1 + random.nextInt(64))));
            default -> spliced(data, at);
        };
    }

    private byte[] flipped(byte[] data, int at) {
        data[at] ^= (byte) (1 << random.nextInt(8));
        return data;
    }

    private static byte[] overwritten(byte[] data, int at, int value, int width) {
        byte[] bytes = ByteBuffer.allocate(Integer.BYTES).putInt(value).array();
        int taken = Math.min(width, data.length - at);
        System.arraycopy(bytes, Integer.BYTES - taken, data, at, taken);
        return data;
    }

    /** The head of one good input and the tail of another. */
    private byte[] spliced(byte[] data, int at) {
        byte[] other = seeds.get(random.nextInt(seeds.size()));
        int from = other.length == 0 ? 0 : random.nextInt(other.length);
        return replaced(data, at, data.length, Arrays.copyOfRange(other, from, other.length));
    }

    private static byte[] replaced(byte[] data, int from, int to, byte[] by) {
        byte[] result = new byte[data.length - (to - from) + by.length];
        System.arraycopy(data, 0, result, 0, from);
        System.arraycopy(by, 0, result, from, by.length);
        System.arraycopy(data, to, result, from + by.length, data.length - to);
        return result;
    }
}

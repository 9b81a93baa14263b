package plenum.mediaserver.payload;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.Set;

/** The size of the picture that a sequence parameter set describes (H.264 section 7.3.2.1.1). */
record H264Size(int width, int height) {
    private static final Set<Integer> WITH_CHROMA = Set.of(100, 110, 122, 244, 44, 83, 86, 118, 128);
    private static final int LARGEST = 16_384;

    static Optional<H264Size> of(byte[] sps) {
        byte[] plain = withoutEscapes(sps);
        Bits bits = new Bits(plain, 1, plain.length - 1);
        int profile = bits.read(8);
        bits.skip(16);
        bits.golomb();
        int chroma = 1;
        if (WITH_CHROMA.contains(profile)) {
            chroma = bits.golomb();
            skipHighProfile(bits, chroma);
        }
        bits.golomb(); // log2_max_frame_num_minus4
        skipOrder(bits);
        bits.golomb(); // max_num_ref_frames
        bits.skip(1);
        int width = (bits.golomb() + 1) * 16;
        int mapUnits = (bits.golomb() + 1) * 16;
        int fields = bits.read(1) == 0 ? 2 : 1;
        bits.skip(fields == 2 ? 1 : 0);
        bits.skip(1);
        int height = mapUnits * fields;
        if (bits.read(1) != 0) {
            int cropX = chroma == 1 || chroma == 2 ? 2 : 1;
            int cropY = (chroma == 1 ? 2 : 1) * fields;
            width -= (bits.golomb() + bits.golomb()) * cropX;
            height -= (bits.golomb() + bits.golomb()) * cropY;
        }
        boolean sensible = !bits.isBeyondEnd() && width > 0 && height > 0 && width <= LARGEST && height <= LARGEST;
        return sensible ? Optional.of(new H264Size(width, height)) : Optional.empty();
    }

    private static void skipHighProfile(Bits bits, int chroma) {
        bits.skip(chroma == 3 ? 1 : 0);
        bits.golomb();
        bits.golomb();
        bits.skip(1);
        if (bits.read(1) != 0) {
            for (int i = 0; i < (chroma == 3 ? 12 : 8); i++) {
                if (bits.read(1) != 0) {
                    skipScaling(bits, i < 6 ? 16 : 64);
                }
            }
        }
    }

    private static void skipScaling(Bits bits, int size) {
        int last = 8;
        for (int i = 0, next = 8; i < size && next != 0; i++) {
            next = last + bits.signedGolomb() & 0xFF;
            last = next == 0 ? last : next;
        }
    }

    private static void skipOrder(Bits bits) {
        int type = bits.golomb();
        if (type == 0) {
            bits.golomb();
        } else if (type == 1) {
            bits.skip(1);
            bits.signedGolomb();
            bits.signedGolomb();
            int cycle = Math.min(255, bits.golomb());
            for (int i = 0; i < cycle; i++) {
                bits.signedGolomb();
            }
        }
    }

    /** Takes out the bytes that keep start codes from appearing within (section 7.4.1.1). */
    private static byte[] withoutEscapes(byte[] unit) {
        ByteArrayOutputStream plain = new ByteArrayOutputStream(unit.length);
        int zeros = 0;
        for (byte each : unit) {
            if (zeros >= 2 && each == 3) {
                zeros = 0;
            } else {
                zeros = each == 0 ? zeros + 1 : 0;
                plain.write(each);
            }
        }
        return plain.toByteArray();
    }
}

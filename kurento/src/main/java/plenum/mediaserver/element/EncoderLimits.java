package plenum.mediaserver.element;

/** Bit rates for encoders, in bit/s. They are stored for clients that set them and have no effect: media are forwarded and not encoded. */
final class EncoderLimits {
    private static final int DEFAULT_TARGET = 300_000;

    private int target = DEFAULT_TARGET;
    private int minimum;
    private int maximum;

    int target() {
        return target;
    }

    void target(int bitsPerSecond) {
        target = bitsPerSecond;
    }

    int minimum() {
        return minimum;
    }

    void minimum(int bitsPerSecond) {
        minimum = bitsPerSecond;
    }

    int maximum() {
        return maximum;
    }

    void maximum(int bitsPerSecond) {
        maximum = bitsPerSecond;
    }
}

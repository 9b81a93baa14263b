package plenum.mediaserver.flow;

import plenum.mediaserver.rtp.DependencyDescriptor;

/**
 * Keeps the frame numbers of dependency descriptors continuous over changes of the source, and remembers which packets were made the last of
 * their picture. Frames that are left out leave a gap: the others count back over it.
 */
final class FrameNumbers {
    private static final int FRAME_MASK = 0xFFFF;

    private int offset;
    private int last;

    /** @param seed a random number to begin with */
    FrameNumbers(int seed) {
        last = seed & FRAME_MASK;
    }

    /** A run begins with this key frame: its number follows the last one. */
    void begin(DependencyDescriptor first) {
        offset = last + 1 - first.frameNumber();
    }

    int frame(DependencyDescriptor descriptor) {
        return descriptor.frameNumber() + offset & FRAME_MASK;
    }

    /** Remembers the number of the newest frame, for the run that follows. */
    void sent(int frame) {
        last = frame;
    }

    /** What is kept of a packet that was sent. */
    static int kept(int frame, boolean endsPicture) {
        return frame << 1 | (endsPicture ? 1 : 0);
    }

    /** The number of a frame that was kept. */
    static int frameOf(int kept) {
        return kept >> 1;
    }

    static boolean endedPicture(int kept) {
        return (kept & 1) != 0;
    }
}

package plenum.mediaserver.flow;

import plenum.mediaserver.rtp.DependencyDescriptor;

/**
 * Keeps the frame numbers of dependency descriptors continuous over changes of the source. Dropped frames leave gaps, because the
 * differences in other frames count over them.
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
}

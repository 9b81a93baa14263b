package plenum.mediaserver.flow;

import plenum.mediaserver.rtp.Vp8Descriptor;

/**
 * Keeps the picture ids and TL0PICIDX of VP8 continuous over changes of the source and dropped frames, because browsers use them to find
 * dependencies between pictures.
 */
final class PictureNumbers {
    private static final int PICTURE_MASK = 0x7FFF;
    private static final int INDEX_MASK = 0xFF;

    private int pictureOffset;
    private int indexOffset;
    private int lastPicture;
    private int lastIndex;

    /** @param seed a random number to begin with */
    PictureNumbers(int seed) {
        lastPicture = seed & PICTURE_MASK;
        lastIndex = seed >>> 16 & INDEX_MASK;
    }

    /** A run begins with this key frame: its numbers follow the last ones. */
    void begin(Vp8Descriptor first) {
        pictureOffset = lastPicture + 1 - first.pictureId();
        indexOffset = lastIndex + 1 - first.baseIndex();
    }

    /** @param skipped how many frames of the run were left out before this one */
    int picture(Vp8Descriptor descriptor, long skipped) {
        return descriptor.pictureId() < 0
                ? Vp8Descriptor.NONE
                : descriptor.pictureId() + pictureOffset - (int) skipped & PICTURE_MASK;
    }

    int index(Vp8Descriptor descriptor) {
        return descriptor.baseIndex() < 0 ? Vp8Descriptor.NONE : descriptor.baseIndex() + indexOffset & INDEX_MASK;
    }

    /** Remembers the numbers of the newest packet, for the run that follows. */
    void sent(int picture, int index) {
        lastPicture = picture < 0 ? lastPicture : picture;
        lastIndex = index < 0 ? lastIndex : index;
    }
}

package plenum.composer.track;

import java.nio.file.Path;

/**
 * A piece of a track in a file of its own.
 *
 * @param start when time 0 of its timestamps was, in milliseconds since 1970
 * @param sound whether there is sound in it
 * @param picture whether there is a picture in it that can be decoded
 */
public record Slice(Path file, long start, boolean sound, boolean picture) {
    /** A decoder of Opus needs some frames until it is right (RFC 7845 section 4.6), and lost packets may take some of them. */
    static final long SOUND_BEFORE_MILLIS = 1_000;
}

package plenum.composer.ffmpeg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * AAC in ADTS frames (ISO 13818-7 section 6.2), which can be cut and put together like beads. Each frame overlaps with the one before it: an encoder that begins some frames early
 * and ends some late has, between them, the frames that one encoder of the whole would have.
 */
final class Adts {
    /** Samples of a frame. */
    static final int SAMPLES = 1024;

    static final int RATE = 48_000;
    /** Frames that are encoded before those that are kept; the encoder's own delay comes on top. */
    static final int BEFORE = 4;
    /** Frames that are encoded after those that are kept. */
    static final int AFTER = 2;

    private static final int DELAY = 1;
    private static final int HEADER = 7;

    private Adts() {}

    /** The frame that is sounding at a time of the film. */
    static long frameAt(long millis) {
        return millis * (RATE / 1000) / SAMPLES;
    }

    /** Takes what was encoded early and late off a file. */
    static void keep(Path encoded, long frames, Path into) throws IOException {
        byte[] all = Files.readAllBytes(encoded);
        int from = after(all, 0, BEFORE + DELAY);
        int to = after(all, from, frames);
        Files.write(into, Arrays.copyOfRange(all, from, to));
    }

    private static int after(byte[] all, int from, long frames) throws IOException {
        int at = from;
        for (long i = 0; i < frames; i++) {
            if (at + HEADER > all.length || all[at] != -1 || (all[at + 1] & 0xF0) != 0xF0) {
                throw new IOException("the sound is shorter than it was to be: frame " + i + " of " + frames);
            }
            at += (all[at + 3] & 0x03) << 11 | (all[at + 4] & 0xFF) << 3 | (all[at + 5] & 0xFF) >> 5;
        }
        return Math.min(at, all.length);
    }
}

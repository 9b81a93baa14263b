package plenum.composer;

import java.nio.file.Path;
import java.util.Map;

/**
 * What the operator decides.
 *
 * @param recordings folder that the application and the media server write to, and this reads and writes
 * @param programs folder for the program and the font that come with the composer
 * @param ffmpeg another program; empty for that one
 * @param encoder of pictures; empty for that program's
 * @param font another font for names; empty for the one that comes along
 * @param rate frames per second: 5, 10, 15, 20 or 25
 * @param jobs how many chunks are made at a time
 */
record ComposerSettings(
        Path recordings, Path programs, String ffmpeg, String encoder, String font, int rate, int jobs) {
    private static final int DEFAULT_RATE = 15;
    private static final int HIGHEST_RATE = 25;
    private static final int RATE_STEP = 5;
    private static final int MOST_JOBS = 16;

    static ComposerSettings of(Map<String, String> environment) {
        String folder = environment.getOrDefault("PLENUM_RECORDINGS", "");
        if (folder.isBlank()) {
            throw new IllegalArgumentException("PLENUM_RECORDINGS names the folder of the recordings, and is not set");
        }
        Path recordings = Path.of(folder).toAbsolutePath();
        String programs = environment.getOrDefault("PLENUM_COMPOSER_PROGRAMS", "");
        int rate = number(environment, "PLENUM_COMPOSER_FRAMES", DEFAULT_RATE, RATE_STEP, HIGHEST_RATE);
        if (rate % RATE_STEP != 0) {
            throw new IllegalArgumentException("PLENUM_COMPOSER_FRAMES is 5, 10, 15, 20 or 25");
        }
        int spare = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        return new ComposerSettings(
                recordings,
                programs.isBlank()
                        ? recordings.resolve(".programs")
                        : Path.of(programs).toAbsolutePath(),
                environment.getOrDefault("PLENUM_FFMPEG", ""),
                environment.getOrDefault("PLENUM_FFMPEG_ENCODER", ""),
                environment.getOrDefault("PLENUM_COMPOSER_FONT", ""),
                rate,
                number(environment, "PLENUM_COMPOSER_JOBS", spare, 1, MOST_JOBS));
    }

    private static int number(Map<String, String> environment, String name, int otherwise, int least, int most) {
        String text = environment.getOrDefault(name, "");
        if (text.isBlank()) {
            return otherwise;
        }
        try {
            int value = Integer.parseInt(text.strip());
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new IllegalArgumentException("%s is a number from %d to %d, not '%s'".formatted(name, least, most, text));
    }
}

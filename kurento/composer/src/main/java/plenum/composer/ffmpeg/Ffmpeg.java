package plenum.composer.ffmpeg;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The program and its encoders.
 *
 * @param program its path, or its name on the search path
 * @param libraries folder of the libraries that came with it; empty when the system has them
 * @param videoEncoder such as {@code libopenh264}
 */
public record Ffmpeg(String program, String libraries, String videoEncoder) {
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final int WORDS = 2_000;

    /** Runs it to its end in a folder; what it says goes into a log beside its results. */
    void run(Path folder, List<String> arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(program, "-nostdin", "-hide_banner", "-loglevel", "warning", "-y"));
        command.addAll(arguments);
        Path log = folder.resolve("ffmpeg.log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        if (!libraries.isEmpty()) {
            builder.environment().put("LD_LIBRARY_PATH", libraries);
        }
        Process process = builder.start();
        try {
            if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                throw new IOException("ffmpeg has not ended within " + LONGEST);
            }
        } finally {
            process.destroyForcibly();
        }
        if (process.exitValue() != 0) {
            String words = Files.readString(log, StandardCharsets.ISO_8859_1);
            throw new IOException("ffmpeg failed: "
                    + words.substring(Math.max(0, words.length() - WORDS)).strip());
        }
    }
}

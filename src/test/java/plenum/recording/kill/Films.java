package plenum.recording.kill;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the composer's own ffmpeg says about films. */
final class Films {
    private static final int RATE = 8_000;
    /** What this decoder says at the end of any Opus, also of what it encoded itself. */
    private static final String AT_THE_END = "Error parsing Opus packet header.";

    private final Path programs;

    /** @param data the data folder of a Plenum that runs */
    Films(Path data) throws IOException {
        try (Stream<Path> all = Files.walk(data.resolve("composer"))) {
            programs = all.filter(path -> path.getFileName().toString().equals("ffmpeg"))
                    .findFirst()
                    .orElseThrow()
                    .getParent();
        }
    }

    void ffmpeg(String... arguments) throws IOException {
        run("ffmpeg", arguments);
    }

    /** What it says when all of it is decoded: nothing about a whole one. */
    String complaints(Path film) throws IOException {
        // each frame at its own time: at a constant rate, two that came close together would have the same one
        byte[] said = run(
                "ffmpeg", "-i", film.toString(), "-fps_mode", "passthrough", "-enc_time_base", "-1", "-f", "null", "-");
        return new String(said, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.endsWith(AT_THE_END))
                .collect(Collectors.joining("\n"));
    }

    double seconds(Path film) throws IOException {
        return Double.parseDouble(new String(
                        run("ffprobe", "-show_entries", "format=duration", "-of", "csv=p=0", film.toString()),
                        StandardCharsets.UTF_8)
                .strip());
    }

    String codecs(Path film) throws IOException {
        return new String(
                        run("ffprobe", "-show_entries", "stream=codec_name", "-of", "csv=p=0", film.toString()),
                        StandardCharsets.UTF_8)
                .strip();
    }

    /** The sound of a film. */
    Sound sound(Path film) throws IOException {
        byte[] raw = run(
                "ffmpeg", "-i", film.toString(), "-vn", "-ac", "1", "-ar", Integer.toString(RATE), "-f", "s16le", "-");
        double[] samples = new double[raw.length / 2];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (raw[2 * i] & 0xFF | raw[2 * i + 1] << 8) / 32768.0;
        }
        return new Sound(samples);
    }

    /** @param samples 8,000 a second */
    record Sound(double[] samples) {
        double seconds() {
            return (double) samples.length / RATE;
        }

        /** How strong a tone is in a part: its amplitude (Goertzel). */
        double tone(double from, double length, int hertz) {
            int first = (int) (from * RATE);
            int count = Math.min((int) (length * RATE), samples.length - first);
            double omega = 2 * Math.PI * hertz / RATE;
            double re = 0;
            double im = 0;
            for (int i = 0; i < count; i++) {
                re += samples[first + i] * Math.cos(omega * i);
                im += samples[first + i] * Math.sin(omega * i);
            }
            return 2 * Math.hypot(re, im) / count;
        }
    }

    private byte[] run(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(programs.resolve(program).toString()));
        command.addAll(program.equals("ffmpeg") ? List.of("-nostdin", "-v", "error") : List.of("-v", "error"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LD_LIBRARY_PATH", programs.toString());
        Process process = builder.start();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        process.getInputStream().transferTo(out);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(String.join(" ", command) + ": " + out.toString(StandardCharsets.UTF_8));
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }
}

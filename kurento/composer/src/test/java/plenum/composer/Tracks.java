package plenum.composer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import plenum.composer.ffmpeg.Ffmpeg;
import plenum.composer.ffmpeg.Programs;

/** Tracks of people who are a colour and a tone, as a recorder writes them, and what ffmpeg says about films. */
final class Tracks {
    static final Path PROGRAMS = Path.of(System.getProperty("java.io.tmpdir"), "plenum-composer-programs");

    private final Ffmpeg ffmpeg;

    Tracks() throws IOException {
        ffmpeg = Programs.ffmpeg(PROGRAMS, "", "");
    }

    /**
     * Somebody who is a colour and a tone for some seconds.
     *
     * @param flash seconds into the track at which the picture is white and a tone of 2 kHz sounds for a fifth of a second; negative for never
     */
    void make(Path file, Instant start, String colour, int tone, int seconds, double flash)
            throws IOException, InterruptedException {
        String lit = flash < 0
                ? ""
                : ",drawbox=t=fill:color=white:enable='between(t,%s,%s)'".formatted(flash, flash + 0.199);
        String sound = flash < 0
                ? "sin(2*PI*%d*t)/8".formatted(tone)
                : "if(between(t,%s,%s),sin(2*PI*2000*t)/4,sin(2*PI*%d*t)/8)".formatted(flash, flash + 0.2, tone);
        Files.createDirectories(file.getParent());
        run(List.of(
                "-f",
                "lavfi",
                "-i",
                "color=c=" + colour + ":s=320x180:r=30:d=" + seconds + lit,
                "-f",
                "lavfi",
                "-i",
                "aevalsrc='" + sound + "':s=48000:d=" + seconds,
                "-c:v",
                "libvpx",
                "-b:v",
                "300k",
                "-g",
                "150",
                "-deadline",
                "realtime",
                "-cpu-used",
                "8",
                "-c:a",
                "libopus",
                "-b:a",
                "48k",
                "-metadata",
                "creation_time=" + start,
                "-cluster_time_limit",
                "100",
                file.toString()));
    }

    byte[] run(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-nostdin", "-v", "error", "-y"));
        command.addAll(arguments);
        return output(command);
    }

    String probe(Path film, String... what) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("ffprobe", "-v", "error"));
        command.addAll(List.of(what));
        command.add(film.toString());
        return new String(output(command)).strip();
    }

    private byte[] output(List<String> command) throws IOException, InterruptedException {
        command.set(0, Path.of(ffmpeg.libraries(), command.getFirst()).toString());
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("LD_LIBRARY_PATH", ffmpeg.libraries());
        Process process = builder.start();
        byte[] out = process.getInputStream().readAllBytes();
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command));
        }
        return out;
    }

    /** The colour at a place, as RGB, at a time in seconds. */
    int pixel(Path film, double at, int x, int y) throws IOException, InterruptedException {
        byte[] rgb = run(List.of(
                "-ss",
                Double.toString(at),
                "-i",
                film.toString(),
                "-frames:v",
                "1",
                "-vf",
                "crop=2:2:" + x + ":" + y,
                "-f",
                "rawvideo",
                "-pix_fmt",
                "rgb24",
                "-"));
        return (rgb[0] & 0xFF) << 16 | (rgb[1] & 0xFF) << 8 | rgb[2] & 0xFF;
    }

    /** The sound of a film, 48,000 samples a second. */
    float[] sound(Path film) throws IOException, InterruptedException {
        byte[] raw = run(List.of("-i", film.toString(), "-vn", "-ac", "1", "-ar", "48000", "-f", "s16le", "-"));
        float[] samples = new float[raw.length / 2];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (raw[2 * i] & 0xFF | raw[2 * i + 1] << 8) / 32768f;
        }
        return samples;
    }

    /** How strong a tone is in a part of a sound: its amplitude (Goertzel). */
    static double tone(float[] sound, double from, double seconds, int hertz) {
        int first = (int) (from * 48_000);
        int count = (int) (seconds * 48_000);
        double omega = 2 * Math.PI * hertz / 48_000;
        double re = 0;
        double im = 0;
        for (int i = 0; i < count; i++) {
            re += sound[first + i] * Math.cos(omega * i);
            im += sound[first + i] * Math.sin(omega * i);
        }
        return 2 * Math.hypot(re, im) / count;
    }
}

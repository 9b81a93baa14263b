package plenum.composer.ffmpeg;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Puts the programs and the font that come with the composer where they can be used. */
public final class Programs {
    /** File name of the font, below the folder that was asked for. */
    public static final String FONT = "font.ttf";

    private static final String BUNDLED = "org/bytedeco/ffmpeg/linux-x86_64";
    private static final String VERSION = "ffmpeg-8.0.1";
    private static final String BUNDLED_FONT = "org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final String ENCODER = "libopenh264";

    private Programs() {}

    /**
     * @param chosen the operator's own program; empty for the one that came with the composer
     * @param encoder likewise
     */
    public static Ffmpeg ffmpeg(Path folder, String chosen, String encoder) throws IOException {
        String video = encoder.isEmpty() ? ENCODER : encoder;
        if (!chosen.isEmpty()) {
            return new Ffmpeg(chosen, "", video);
        }
        Path place = folder.resolve(VERSION);
        if (!Files.exists(place)) {
            unpack(folder, place);
        }
        return new Ffmpeg(place.resolve("ffmpeg").toString(), place.toString(), video);
    }

    /** @param chosen the operator's own font; empty for the one that came with the composer */
    public static Path font(Path folder, String chosen) throws IOException {
        Path font = folder.resolve(FONT);
        Files.createDirectories(folder);
        try (InputStream in =
                chosen.isEmpty() ? resource(BUNDLED_FONT).openStream() : Files.newInputStream(Path.of(chosen))) {
            Files.copy(in, font, StandardCopyOption.REPLACE_EXISTING);
        }
        return font;
    }

    private static URL resource(String name) throws IOException {
        URL found = Programs.class.getClassLoader().getResource(name);
        if (found == null) {
            throw new IOException(
                    name + " did not come with this composer. Name an ffmpeg of this machine: PLENUM_FFMPEG.");
        }
        return found;
    }

    /** Whole or not at all. */
    private static void unpack(Path folder, Path place) throws IOException {
        URL program = resource(BUNDLED + "/ffmpeg");
        Path draft = Files.createDirectories(folder.resolve(VERSION + ".tmp"));
        try {
            URI jar = URI.create(program.toURI().toString().replaceFirst("!/.*", "!/"));
            try (FileSystem files = FileSystems.newFileSystem(jar, Map.of());
                    Stream<Path> contents = Files.list(files.getPath(BUNDLED))) {
                contents.forEach(file -> copy(file, draft));
            }
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
        for (String name : List.of("ffmpeg", "ffprobe")) {
            if (!draft.resolve(name).toFile().setExecutable(true, true)) {
                throw new IOException(name + " cannot be made executable");
            }
        }
        Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void copy(Path file, Path into) {
        String name = file.getFileName().toString();
        // Java's own bindings are of no use to the programs
        if (name.startsWith("libjni")) {
            return;
        }
        try {
            Files.copy(file, into.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package plenum.drive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.platform.Settings;

/**
 * Makes a small picture of a film by the composer's ffmpeg, or the operator's: a process with little memory, no network, nothing in its
 * environment, a folder of its own and a limited time on the processor. One at a time. Without such a program films have no pictures.
 */
@ApplicationScoped
@NullUnmarked
public class FilmPicture {
    private static final Logger log = LoggerFactory.getLogger(FilmPicture.class);
    private static final int SECONDS = 30;
    private static final int MOST_PICTURE = 4 << 20;
    /** Lists of other files are none of them. */
    private static final String FORMATS = "matroska,webm,mov,mp4,m4a,3gp,3g2,mj2,ogg";

    private static final String SMALL = "thumbnail=25,scale=360:360:force_original_aspect_ratio=decrease";

    @Inject
    Settings settings;

    private final Semaphore turn = new Semaphore(1);

    /** The beginning of a long one has to do. Empty when nothing of it can be shown. */
    Optional<byte[]> of(ProbeProcess.Source film) throws IOException {
        return of(settings.services().files().ffmpeg(), film);
    }

    Optional<byte[]> of(Optional<Path> place, ProbeProcess.Source film) throws IOException {
        Optional<Path> program = program(place);
        if (program.isEmpty()) {
            return Optional.empty();
        }
        turn.acquireUninterruptibly();
        Path folder = Files.createTempDirectory("plenum-film");
        try (InputStream bytes = film.open()) {
            copy(bytes, folder.resolve("film"));
            return made(program.get(), folder);
        } finally {
            turn.release();
            delete(folder);
        }
    }

    /** The operator's, or what the composer has unpacked for itself when it was started first. */
    private static Optional<Path> program(Optional<Path> place) throws IOException {
        if (place.filter(Files::isDirectory).isEmpty()) {
            return place.filter(Files::isExecutable);
        }
        try (Stream<Path> versions = Files.list(place.get())) {
            return versions.map(version -> version.resolve("ffmpeg"))
                    .filter(Files::isExecutable)
                    .max(Comparator.naturalOrder());
        }
    }

    private static void copy(InputStream bytes, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
            bytes.transferTo(out);
        }
    }

    private static Optional<byte[]> made(Path program, Path folder) throws IOException {
        Process process = start(program, folder);
        try {
            boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
            Path picture = folder.resolve("picture.png");
            if (!ended
                    || process.exitValue() != 0
                    || !Files.isRegularFile(picture)
                    || Files.size(picture) > MOST_PICTURE) {
                log.debug("a film showed nothing of itself");
                return Optional.empty();
            }
            return Optional.of(Files.readAllBytes(picture));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            process.destroyForcibly();
        }
    }

    /** A file may be as long as the picture may be, in blocks of 512 bytes; memory is in kilobytes. */
    private static Process start(Path program, Path folder) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        "/bin/sh",
                        "-c",
                        "ulimit -t " + SECONDS + " -f " + MOST_PICTURE / 512
                                + " -c 0 2>/dev/null; ulimit -v 2000000 2>/dev/null; exec \"$@\"",
                        "film",
                        program.toAbsolutePath().toString(),
                        "-v",
                        "error",
                        "-nostdin",
                        "-threads",
                        "1",
                        "-protocol_whitelist",
                        "file",
                        "-format_whitelist",
                        FORMATS,
                        "-i",
                        "film",
                        "-an",
                        "-sn",
                        "-dn",
                        "-frames:v",
                        "1",
                        "-vf",
                        SMALL,
                        "-threads",
                        "1",
                        "-f",
                        "image2",
                        "-update",
                        "1",
                        "-c:v",
                        "png",
                        "picture.png"))
                .directory(folder.toFile())
                .redirectInput(
                        ProcessBuilder.Redirect.from(folder.resolve("film").toFile()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment()
                .put("LD_LIBRARY_PATH", program.toAbsolutePath().getParent().toString());
        return builder.start();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}

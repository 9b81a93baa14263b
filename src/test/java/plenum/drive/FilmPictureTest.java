package plenum.drive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a program may do that makes a picture of a stranger's film; programs of our own stand in for it. */
@Tag("drive")
class FilmPictureTest {
    private static final byte[] FILM = "a film".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void theProgramReadsTheFilmAndWritesThePicture() throws IOException {
        assertThat(picture("cp film picture.png")).hasValue(FILM);
    }

    @Test
    void itKnowsNothingOfTheServer() throws IOException {
        String all = new String(picture("env > picture.png; pwd >> picture.png").orElseThrow(), StandardCharsets.UTF_8);
        assertThat(all).contains("plenum-film").doesNotContain("PLENUM_", "HOME=");
    }

    @Test
    void whatIsTooLargeOrFailsIsNoPicture() throws IOException {
        assertThat(picture("head -c 9000000 /dev/zero > picture.png")).isEmpty();
        assertThat(picture("cp film picture.png; exit 1")).isEmpty();
        assertThat(picture("exit 0")).isEmpty();
    }

    @Test
    void nothingOfItStays() throws IOException {
        Path told = folder.resolve("told");
        picture("pwd > " + told + "; cp film picture.png");
        assertThat(Path.of(Files.readString(told).strip())).doesNotExist();
    }

    @Test
    void theComposersProgramIsFoundInItsFolderOnceItIsThere() throws IOException {
        assertThat(picture(folder.resolve("nothing"))).isEmpty();
        program(Files.createDirectories(folder.resolve("programs/ffmpeg-8")).resolve("ffmpeg"), "cp film picture.png");
        assertThat(picture(folder.resolve("programs"))).hasValue(FILM);
    }

    private Optional<byte[]> picture(String script) throws IOException {
        return picture(program(folder.resolve("program"), script));
    }

    private static Optional<byte[]> picture(Path program) throws IOException {
        return new FilmPicture().of(Optional.of(program), () -> new ByteArrayInputStream(FILM));
    }

    private static Path program(Path file, String script) throws IOException {
        Files.writeString(file, "#!/bin/sh\nPATH=/usr/bin:/bin\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }
}

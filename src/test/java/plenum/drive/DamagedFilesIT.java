package plenum.drive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plenum.account.AccountForTests;
import plenum.account.Accounts;
import plenum.drive.Drive.Folder;
import plenum.it.AwaitSchema;
import plenum.it.Deployments;
import plenum.job.FirstRun;
import plenum.meeting.store.Schema;
import plenum.platform.Settings;
import plenum.storage.Damages;
import plenum.storage.IntegrityCheck;
import plenum.storage.StorageException.Reason;

/** The check of all stored files finds a changed one and a missing one, and takes back what it said when they are whole again. */
@Tag("drive")
@ExtendWith(ArquillianExtension.class)
class DamagedFilesIT {
    private static final byte[] TEXT = "Guten Tag".getBytes(StandardCharsets.UTF_8);

    @Inject
    Schema schema;

    @Inject
    Settings settings;

    @Inject
    Accounts accounts;

    @Inject
    Drives drives;

    @Inject
    Receiving receiving;

    @Inject
    Uploads uploads;

    @Inject
    IntegrityCheck check;

    @Inject
    Damages damages;

    @Deployment
    static WebArchive application() {
        return Deployments.application();
    }

    @BeforeEach
    void await() {
        AwaitSchema.of(schema);
    }

    @Test
    void aChangedAndAMissingFileAreFoundAndAreForgottenWhenMended() throws Exception {
        Viewer viewer = Viewer.of(AccountForTests.anybody().createIn(accounts));
        Folder top = new Folder(drives.spaces(viewer).getFirst().id(), Optional.empty());
        UUID whole = put(top, "ganz.txt", viewer);
        UUID changed = put(top, "anders.txt", viewer);
        UUID missing = put(top, "fort.txt", viewer);
        Path changedFile = file(changed);
        Path missingFile = file(missing);
        Path aside = missingFile.resolveSibling("aside");
        turnLastBit(changedFile);
        Files.move(missingFile, aside);
        run();
        assertEquals(Optional.of(Reason.DAMAGED), found(changed));
        assertEquals(Optional.of(Reason.NOT_FOUND), found(missing));
        assertEquals(Optional.empty(), found(whole));
        turnLastBit(changedFile);
        Files.move(aside, missingFile);
        run();
        for (UUID object : List.of(whole, changed, missing)) {
            assertEquals(Optional.empty(), found(object));
        }
    }

    private void run() {
        check.run(IntegrityCheck.FROM_THE_BEGINNING, new FirstRun());
    }

    private Optional<Reason> found(UUID object) {
        return damages.all(Integer.MAX_VALUE).stream()
                .filter(damage -> damage.object().equals(object))
                .map(Damages.Damage::reason)
                .findFirst();
    }

    private Path file(UUID object) throws Exception {
        Path folder = settings.services()
                .files()
                .folder()
                .orElseGet(() -> Path.of(System.getProperty("jboss.server.data.dir"), "plenum-storage"));
        try (Stream<Path> files = Files.walk(folder.resolve("objects"))) {
            return files.filter(path -> path.getFileName().toString().equals(object.toString()))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void turnLastBit(Path file) throws Exception {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            long at = channel.size() - 1;
            channel.read(last, at);
            channel.write(ByteBuffer.wrap(new byte[] {(byte) (last.get(0) ^ 1)}), at);
        }
    }

    private UUID put(Folder into, String path, Viewer viewer) throws Exception {
        var begun = (Receiving.Begun.Accepted) receiving.begin(into, path, TEXT.length, viewer);
        var upload = uploads.find(begun.id(), viewer.account()).orElseThrow();
        receiving.take(upload, 0, new ByteArrayInputStream(TEXT), TEXT.length);
        assertTrue(Files.exists(file(begun.id())));
        return begun.id();
    }
}

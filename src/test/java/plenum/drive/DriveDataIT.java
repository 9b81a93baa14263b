package plenum.drive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plenum.account.Account;
import plenum.account.AccountForTests;
import plenum.account.Accounts;
import plenum.account.Leaving;
import plenum.drive.Drive.Folder;
import plenum.drive.Listing.Order;
import plenum.it.AwaitSchema;
import plenum.it.Deployments;
import plenum.job.FirstRun;
import plenum.meeting.store.Schema;
import plenum.storage.LocalStorage;

/** What somebody takes with them, and what stays when they leave: nothing. */
@Tag("drive")
@ExtendWith(ArquillianExtension.class)
class DriveDataIT {
    private static final byte[] TEXT = "Guten Tag".getBytes(StandardCharsets.UTF_8);

    @Inject
    Schema schema;

    @Inject
    Accounts accounts;

    @Inject
    Leaving leaving;

    @Inject
    Drives drives;

    @Inject
    DriveItems items;

    @Inject
    Receiving receiving;

    @Inject
    Uploads uploads;

    @Inject
    Drive drive;

    @Inject
    DriveData data;

    @Inject
    DeleteGone deleteGone;

    @Inject
    LocalStorage storage;

    @Deployment
    static WebArchive application() {
        return Deployments.application();
    }

    @BeforeEach
    void await() {
        AwaitSchema.of(schema);
    }

    @Test
    void theExportNamesEachFileAndAfterLeavingNoneIsLeft() throws Exception {
        Account account = AccountForTests.anybody().createIn(accounts);
        Viewer viewer = Viewer.of(account);
        Folder top = new Folder(drives.spaces(viewer).getFirst().id(), Optional.empty());
        UUID first = put(top, "Briefe/2026/an Bob.txt", viewer);
        UUID second = put(top, "Briefe/2026/an Bob.txt", viewer);
        UUID thrown = put(top, "weg.txt", viewer);
        UUID inner = put(top, "Altes/von gestern.txt", viewer);
        items.list(new Listing.Folder(top.drive(), Optional.empty(), Order.STANDARD), 0, 10).stream()
                .filter(item -> List.of("weg.txt", "Altes").contains(item.name().text()))
                .forEach(item -> drive.trash(item.id(), viewer));
        assertTrue(receiving.begin(top, "halb.bin", 100, viewer) instanceof Receiving.Begun.Accepted);

        String export = data.export(account.id()).toString();
        for (String part : List.of(
                "Briefe/2026/an Bob.txt", "trash/weg.txt", "trash/Altes/von gestern.txt", "/files/", "halb.bin")) {
            assertTrue(export.contains(part), part);
        }

        assertTrue(leaving.delete(account));
        deleteGone.run("", new FirstRun());
        for (UUID object : new UUID[] {first, second, thrown, inner}) {
            assertTrue(storage.find(object).isEmpty());
        }
        assertEquals(List.of(), uploads.of(account.id()));
        assertEquals(Map.of(), data.export(account.id()));
    }

    private UUID put(Folder into, String path, Viewer viewer) throws Exception {
        var begun = (Receiving.Begun.Accepted) receiving.begin(into, path, TEXT.length, viewer);
        var upload = uploads.find(begun.id(), viewer.account()).orElseThrow();
        receiving.take(upload, 0, new ByteArrayInputStream(TEXT), TEXT.length);
        assertTrue(storage.find(begun.id()).isPresent());
        return begun.id();
    }
}

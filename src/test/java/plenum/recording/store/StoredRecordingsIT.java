package plenum.recording.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
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
import plenum.it.AwaitSchema;
import plenum.it.Deployments;
import plenum.meeting.store.Schema;
import plenum.platform.SecretToken;
import plenum.recording.Choice;
import plenum.recording.Recording;
import plenum.recording.RecordingData;
import plenum.recording.RecordingDelivery;
import plenum.recording.Recordings;

/** Recordings in a real database, and their films in a real drive. */
@Tag("recording")
@ExtendWith(ArquillianExtension.class)
class StoredRecordingsIT {
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private static final byte[] BYTES = "a film".repeat(20_000).getBytes(StandardCharsets.UTF_8);

    /** A drive that is gone: what is to go there goes to the owner's own. */
    private static final RecordingDelivery.Place PLACE =
            new RecordingDelivery.Place(UUID.randomUUID(), Optional.of(UUID.randomUUID()));

    @Inject
    Recordings recordings;

    @Inject
    RecordingDelivery delivery;

    @Inject
    RecordingData data;

    @Inject
    Accounts accounts;

    @Inject
    Schema schema;

    private Account owner;

    @Deployment
    static WebArchive application() {
        return Deployments.application();
    }

    @BeforeEach
    void makeOwner() {
        AwaitSchema.of(schema);
        owner = AccountForTests.anybody().createIn(accounts);
    }

    private Recording begin() {
        Recording recording = new Recording(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "Jour fixe",
                owner.id(),
                "Ada",
                NOW,
                Optional.empty(),
                Recording.State.RECORDING,
                1,
                Optional.empty(),
                "",
                Optional.of(PLACE),
                false);
        recordings.begin(recording);
        return recording;
    }

    @Test
    void goesFromItsBeginningToItsFilm() throws IOException {
        Recording recording = begin();
        assertEquals(Optional.of(recording), recordings.find(recording.id()));
        assertTrue(recordings.open().contains(recording));
        assertEquals(List.of(recording), recordings.open(recording.meeting()));
        assertEquals(List.of(), recordings.open(UUID.randomUUID()));
        recordings.end(recording.id(), NOW.plusSeconds(60), false);
        recordings.end(recording.id(), NOW.plusSeconds(99), true);
        assertEquals(List.of(), recordings.open(recording.meeting()));
        Recording ended = recordings.find(recording.id()).orElseThrow();
        assertEquals(Optional.of(NOW.plusSeconds(60)), ended.endedAt());
        assertEquals(Recording.State.MAKING, ended.state());
        assertTrue(recordings.unfinished().contains(ended));

        UUID item = delivery.store(
                owner, Optional.of(PLACE), "Jour fixe.mp4", new ByteArrayInputStream(BYTES), BYTES.length);
        Recording.Film film = new Recording.Film(item, "Jour fixe.mp4", BYTES.length, 60_000, "00", "[]", "[]");
        recordings.deliver(recording.id(), 1, film, NOW);
        Recording ready = recordings.find(recording.id()).orElseThrow();
        assertEquals(Recording.State.READY, ready.state());
        assertEquals(Optional.of(film), ready.film());
        assertTrue(delivery.has(film));
        try (InputStream part = delivery.read(film, 5, 7)) {
            assertEquals("ma film", new String(part.readAllBytes(), StandardCharsets.UTF_8));
        }
        assertTrue(recordings.readyBefore(NOW.plusSeconds(1)).contains(recording.id()));
        delivery.delete(film);
        assertFalse(delivery.has(film));
    }

    @Test
    void whoWithdrawsNeedsAnotherEditionOnce() {
        Recording recording = begin();
        UUID bob = UUID.randomUUID();
        UUID cleo = UUID.randomUUID();
        UUID phone = UUID.randomUUID();
        byte[] right = SecretToken.hash("Bob's");
        recordings.choose(recording.id(), new Choice(bob, "Bob", true, false, NOW, Optional.empty()), right);
        recordings.choose(
                recording.id(),
                new Choice(cleo, "Cleo", false, false, NOW.plusSeconds(1), Optional.empty()),
                SecretToken.hash("Cleo's"));
        recordings.choose(
                recording.id(), new Choice(phone, "Bob", true, false, NOW.plusSeconds(2), Optional.empty()), right);
        assertEquals(3, recordings.kept(recording.id()).size());
        assertEquals(bob, recordings.byRight(right).orElseThrow().choice().participant());
        assertEquals(Optional.empty(), recordings.byRight(SecretToken.hash("nobody's")));
        recordings.end(recording.id(), NOW.plusSeconds(60), false);
        assertEquals(List.of(bob, phone), recordings.withdraw(recording.id(), bob, NOW.plusSeconds(70)));
        assertEquals(List.of(), recordings.withdraw(recording.id(), phone, NOW.plusSeconds(71)));
        assertEquals(List.of(), recordings.withdraw(recording.id(), cleo, NOW));
        assertEquals(3, recordings.find(recording.id()).orElseThrow().edition());
        assertEquals(
                List.of(Optional.of(NOW.plusSeconds(70)), Optional.empty(), Optional.of(NOW.plusSeconds(70))),
                recordings.choices(recording.id()).stream()
                        .map(Choice::withdrawnAt)
                        .toList());
        // the first edition comes late: it is not the one that is needed
        Recording.Film old = new Recording.Film(UUID.randomUUID(), "a.mp4", 1, 1, "00", "[]", "[]");
        recordings.deliver(recording.id(), 1, old, NOW);
        assertEquals(
                Recording.State.MAKING,
                recordings.find(recording.id()).orElseThrow().state());
    }

    @Test
    void listsThoseOfOneOwnerAndForgetsThemWithThem() {
        Recording recording = begin();
        assertEquals(List.of(recording), recordings.of(owner.id(), 0, 20));
        assertEquals(1, recordings.count(owner.id()));
        assertEquals(0, recordings.count(UUID.randomUUID()));
        assertTrue(data.export(owner.id()).toString().contains("Jour fixe"));
        data.erase(owner.id());
        assertEquals(0, recordings.count(owner.id()));
    }
}

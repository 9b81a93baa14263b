package plenum.chat.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plenum.chat.ChatLog;
import plenum.chat.ChatMessage;
import plenum.chat.ChatMessage.Party;
import plenum.chat.ChatMessage.Removal;
import plenum.chat.NewMessage;
import plenum.chat.Reader;
import plenum.it.AwaitSchema;
import plenum.it.Deployments;
import plenum.meeting.Meetings;
import plenum.meeting.store.Schema;

@ExtendWith(ArquillianExtension.class)
@Tag("chat")
class StoredChatLogIT {
    private static final Party ADA = new Party(UUID.randomUUID(), "Ada 🦊");
    private static final Party BOB = new Party(UUID.randomUUID(), "Bob");
    private static final Party CEM = new Party(UUID.randomUUID(), "Cem");
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    @Inject
    ChatLog log;

    @Inject
    Meetings meetings;

    @Inject
    Schema schema;

    private UUID meeting;

    @Deployment
    static WebArchive application() {
        return Deployments.application();
    }

    @BeforeEach
    void createMeeting() {
        AwaitSchema.of(schema);
        meeting = meetings.create("Chat").meeting().id();
    }

    @Test
    void findsWhatItStored() {
        ChatMessage stored = say(ADA, "Hallo\n🎉 Übergang", null, null, NOW);
        assertEquals(stored, log.find(meeting, stored.id()).orElseThrow());
        assertEquals(NOW, stored.sentAt());
        assertEquals(List.of(stored), log.page(meeting, new Reader(BOB.id(), null), null, 10));
        UUID other = meetings.create("Other").meeting().id();
        assertTrue(log.find(other, stored.id()).isEmpty());
        assertTrue(log.page(other, new Reader(ADA.id(), null), null, 10).isEmpty());
    }

    @Test
    void storesOneKeyOfASenderOnce() {
        NewMessage message = new NewMessage(meeting, ADA, UUID.randomUUID().toString(), "once", null, null, null, NOW);
        ChatLog.Appended first = log.append(message);
        ChatLog.Appended second = log.append(message);
        assertTrue(first.fresh());
        assertFalse(second.fresh());
        assertEquals(first.message(), second.message());
        assertTrue(log.append(new NewMessage(meeting, BOB, message.key(), "mine", null, null, null, NOW))
                .fresh());
    }

    @Test
    void keepsTheLongestTextThatTheWireAllows() {
        String longest = "🎉".repeat(4000);
        assertEquals(longest, say(ADA, longest, null, null, NOW).text());
    }

    @Test
    void showsWhatIsPrivateToTwo() {
        ChatMessage secret = say(ADA, "psst", BOB, null, NOW);
        assertEquals(List.of(secret), log.page(meeting, new Reader(ADA.id(), null), null, 10));
        assertEquals(List.of(secret), log.page(meeting, new Reader(BOB.id(), null), null, 10));
        assertTrue(log.page(meeting, new Reader(CEM.id(), null), null, 10).isEmpty());
    }

    @Test
    void quotesAMessageAsItIsNow() {
        ChatMessage question = say(ADA, "When?", null, null, NOW);
        ChatMessage answer = say(BOB, "Now", null, question.id(), NOW);
        assertEquals(new ChatMessage.Quote(question.id(), ADA.name(), "When?"), answer.quote());
        log.replace(changed(question, "When exactly?", true, null));
        ChatMessage.Quote quote = log.find(meeting, answer.id()).orElseThrow().quote();
        assertEquals("When exactly?", quote == null ? null : quote.text());
        log.replace(changed(question, "", true, Removal.MODERATOR));
        ChatMessage removed = log.find(meeting, question.id()).orElseThrow();
        assertEquals(Removal.MODERATOR, removed.removed());
        assertEquals("", removed.text());
        ChatMessage.Quote emptied = log.page(meeting, new Reader(BOB.id(), null), null, 10)
                .getLast()
                .quote();
        assertEquals("", emptied == null ? null : emptied.text());
    }

    @Test
    void readsPageByPageInTheOrderOfStoring() {
        for (int i = 1; i <= 7; i++) {
            say(ADA, "line " + i, null, null, NOW);
        }
        List<ChatMessage> newest = log.page(meeting, new Reader(BOB.id(), null), null, 3);
        assertEquals(List.of("line 5", "line 6", "line 7"), texts(newest));
        assertEquals(
                List.of("line 2", "line 3", "line 4"),
                texts(log.page(
                        meeting, new Reader(BOB.id(), null), newest.getFirst().id(), 3)));
    }

    @Test
    void forgetsWhatIsOldAndAnswersToIt() {
        Instant longAgo = NOW.minus(40_000, ChronoUnit.DAYS);
        ChatMessage old = say(ADA, "old", null, null, longAgo);
        ChatMessage answer = say(BOB, "new", null, old.id(), NOW);
        assertEquals(1, log.forget(NOW.minus(39_000, ChronoUnit.DAYS)));
        assertTrue(log.find(meeting, old.id()).isEmpty());
        assertNull(log.find(meeting, answer.id()).orElseThrow().quote());
    }

    @Test
    void tellsWhatWasSaidToAllInATime() {
        ChatMessage early = say(ADA, "before", null, null, NOW);
        ChatMessage first = say(BOB, "first", null, null, NOW.plusSeconds(10));
        say(BOB, "for Cem alone", CEM, null, NOW.plusSeconds(11));
        ChatMessage removed = say(CEM, "taken back", null, null, NOW.plusSeconds(12));
        log.replace(changed(removed, "", false, Removal.SENDER));
        ChatMessage last = say(ADA, "last", null, early.id(), NOW.plusSeconds(20));
        say(ADA, "after", null, null, NOW.plusSeconds(21));
        assertEquals(List.of(first, last), log.toAll(meeting, NOW.plusSeconds(1), NOW.plusSeconds(20), 10));
        assertEquals(List.of(first), log.toAll(meeting, NOW.plusSeconds(1), NOW.plusSeconds(20), 1));
    }

    private ChatMessage say(Party sender, String text, Party to, Long replyTo, Instant at) {
        return log.append(new NewMessage(meeting, sender, UUID.randomUUID().toString(), text, to, replyTo, null, at))
                .message();
    }

    private static ChatMessage changed(ChatMessage m, String text, boolean edited, Removal removed) {
        return new ChatMessage(
                m.id(),
                m.meeting(),
                m.sender(),
                m.key(),
                text,
                m.to(),
                m.quote(),
                m.sentAt(),
                edited,
                removed,
                m.room());
    }

    private static List<String> texts(List<ChatMessage> messages) {
        return messages.stream().map(ChatMessage::text).toList();
    }
}

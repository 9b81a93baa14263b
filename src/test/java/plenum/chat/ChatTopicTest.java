package plenum.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.conference.Conference;
import plenum.conference.LiveMeeting;
import plenum.conference.LiveMeeting.Person;
import plenum.meeting.Role;
import plenum.meeting.RoomSwitch;
import plenum.platform.Settings;
import plenum.protocol.ChatMessages;
import plenum.protocol.ChatMessages.ChatEntry;
import plenum.protocol.ChatMessages.ChatPage;
import plenum.protocol.ChatMessages.Removal;
import plenum.protocol.NotStored;
import plenum.protocol.NotStored.Reason;

@Tag("chat")
class ChatTopicTest {
    private final FakeChatLog log = new FakeChatLog();
    private final LiveMeeting meeting = LiveMeeting.with(ChatMessages.Ask.class, (of, time) -> topic(of, time, true));
    private final Person ada = meeting.join("Ada", Role.CREATOR);
    private final Person bob = meeting.join("Bob");
    private final Person cem = meeting.join("Cem");
    private int keys;

    private ChatTopic topic(Conference conference, InstantSource clock, boolean privateMessages) {
        return new ChatTopic(conference, log, new Settings.Talk(Duration.ofHours(48), privateMessages), clock);
    }

    @Test
    void everybodyHearsWhatWasStoredItsSenderToo() {
        say(bob, "Hallo 🎉", null, null);
        for (Person person : List.of(ada, bob, cem)) {
            assertThat(heard(person)).extracting(ChatEntry::text).containsExactly("Hallo 🎉");
        }
        assertThat(heard(ada).getFirst())
                .returns(bob.id(), ChatEntry::sender)
                .returns("Bob", ChatEntry::name)
                .returns(meeting.time.instant().toEpochMilli(), ChatEntry::sentAt);
    }

    @Test
    void aMessageThatIsSentAgainIsStoredAndToldOnce() {
        ChatMessages.ChatSend message = new ChatMessages.ChatSend("same", "once", null, null, null);
        bob.say(message);
        bob.say(message);
        assertThat(log.messages).hasSize(1);
        assertThat(heard(ada)).hasSize(1);
        assertThat(heard(bob)).as("so that it stops to wait").hasSize(2);
    }

    @Test
    void whatDisguisesIsTakenOutAndWhatSaysNothingIsRefused() {
        say(bob, "a\u202Eb\u0007c\r\nd", null, null);
        assertThat(heard(ada).getLast().text()).isEqualTo("abc\nd");
        for (String nothing : List.of("", " \n ", "\u200B\u200D", "\u0000")) {
            say(bob, nothing, null, null);
            assertThat(refusal(bob)).isEqualTo(Reason.UNUSABLE);
        }
        assertThat(log.messages).hasSize(1);
    }

    @Test
    void aPrivateMessageReachesTwo() {
        say(bob, "psst", cem, null);
        assertThat(heard(ada)).isEmpty();
        assertThat(heard(cem).getFirst().to()).isEqualTo(cem.id());
        assertThat(heard(bob)).hasSize(1);
    }

    @Test
    void aPrivateMessageNeedsTheSettingAndAReader() {
        ChatTopic closed = topic(bob.conference(), meeting.time, false);
        closed.handle(bob.participant(), new ChatMessages.ChatSend("1", "psst", cem.id(), null, null));
        assertThat(refusal(bob)).isEqualTo(Reason.LOCKED);
        for (String nobody : List.of("nobody", bob.id())) {
            bob.say(new ChatMessages.ChatSend("2", "psst", nobody, null, null));
            assertThat(refusal(bob)).isEqualTo(Reason.NOT_FOUND);
        }
        assertThat(log.messages).isEmpty();
    }

    @Test
    void anAnswerShowsNobodyWhatTheyMayNotRead() {
        say(bob, "psst", cem, null);
        say(cem, "to all", null, 1L);
        assertThat(refusal(cem)).isEqualTo(Reason.NOT_FOUND);
        say(ada, "guessed", null, 1L);
        assertThat(refusal(ada)).isEqualTo(Reason.NOT_FOUND);
        say(cem, "back", bob, 1L);
        assertThat(heard(bob).getLast().quote()).isNotNull();
        assertThat(heard(ada)).isEmpty();
    }

    @Test
    void onlyItsSenderChangesAMessage() {
        say(bob, "Helo", null, null);
        ada.say(new ChatMessages.ChatEdit(1, "owned"));
        assertThat(refusal(ada)).isEqualTo(Reason.FORBIDDEN);
        bob.say(new ChatMessages.ChatEdit(1, "Hello"));
        assertThat(heard(ada).getLast()).returns("Hello", ChatEntry::text).returns(true, ChatEntry::edited);
        cem.say(new ChatMessages.ChatDelete(1));
        assertThat(refusal(cem)).isEqualTo(Reason.FORBIDDEN);
        bob.say(new ChatMessages.ChatDelete(1));
        assertThat(heard(ada).getLast()).returns("", ChatEntry::text).returns(Removal.SENDER, ChatEntry::removed);
        bob.say(new ChatMessages.ChatEdit(1, "again"));
        assertThat(refusal(bob)).isEqualTo(Reason.NOT_FOUND);
    }

    @Test
    void aModeratorTakesAwayWhatTheyCanSee() {
        say(bob, "rude", null, null);
        say(bob, "psst", cem, null);
        ada.say(new ChatMessages.ChatRemove(1));
        assertThat(heard(cem).getLast()).returns("", ChatEntry::text).returns(Removal.MODERATOR, ChatEntry::removed);
        ada.say(new ChatMessages.ChatRemove(2));
        assertThat(refusal(ada)).isEqualTo(Reason.FORBIDDEN);
        assertThat(log.messages.get(1).text()).isEqualTo("psst");
    }

    @Test
    void whereOnlyModeratorsWriteParticipantsMayStillTakeBack() {
        say(bob, "early", null, null);
        ada.set(RoomSwitch.CHAT, false);
        say(bob, "late", null, null);
        assertThat(refusal(bob)).isEqualTo(Reason.LOCKED);
        bob.say(new ChatMessages.ChatEdit(1, "later"));
        assertThat(log.messages.getFirst().text()).isEqualTo("early");
        say(ada, "quiet please", null, null);
        assertThat(heard(bob).getLast().text()).isEqualTo("quiet please");
        bob.say(new ChatMessages.ChatDelete(1));
        assertThat(heard(ada).getLast().removed()).isEqualTo(Removal.SENDER);
    }

    @Test
    void aFloodIsHeldBackAndCanGoOnLater() {
        for (int i = 0; i < 30; i++) {
            say(bob, "spam " + i, null, null);
        }
        assertThat(log.messages).hasSize(10);
        assertThat(refusal(bob)).isEqualTo(Reason.THROTTLED);
        say(cem, "me too", null, null);
        assertThat(log.messages).hasSize(11);
        meeting.time.pass(Duration.ofSeconds(1));
        say(bob, "patient", null, null);
        assertThat(log.messages).hasSize(12);
    }

    @Test
    void whileTheDatabaseIsAwayNothingIsToldAndNobodyWaits() {
        log.away = true;
        say(bob, "lost?", null, null);
        say(cem, "lost, too?", null, null);
        assertThat(List.of(refusal(bob), refusal(cem))).containsOnly(Reason.UNAVAILABLE);
        assertThat(log.asked).as("the second one is not tried").isEqualTo(1);
        log.away = false;
        meeting.time.pass(Duration.ofSeconds(2));
        say(bob, "found", null, null);
        assertThat(heard(ada)).extracting(ChatEntry::text).containsExactly("found");
    }

    @Test
    void whoComesLaterReadsPageByPageWhatTheyMay() {
        for (int i = 1; i <= 60; i++) {
            meeting.time.pass(Duration.ofSeconds(1));
            say(bob, "line " + i, i == 30 ? cem : null, null);
        }
        Person dora = meeting.join("Dora");
        dora.catchUp();
        ChatPage newest = dora.outbox().last(ChatPage.class);
        assertThat(newest.entries()).hasSize(ChatTopic.PAGE);
        assertThat(newest.entries().getLast().text()).isEqualTo("line 60");
        assertThat(newest.more()).isTrue();
        assertThat(newest.keptHours()).isEqualTo(48);
        long before = newest.entries().getFirst().id();
        dora.say(new ChatMessages.ChatHistory(before));
        ChatPage oldest = dora.outbox().last(ChatPage.class);
        assertThat(oldest.entries()).hasSize(9);
        assertThat(oldest.entries().getFirst().text()).isEqualTo("line 1");
        assertThat(oldest.more()).isFalse();
        assertThat(newest.entries()).extracting(ChatEntry::text).doesNotContain("line 30");
    }

    @Test
    void aPageOfLongMessagesIsShorter() {
        for (int i = 0; i < 40; i++) {
            meeting.time.pass(Duration.ofSeconds(1));
            say(bob, "x".repeat(4000), null, null);
        }
        ada.catchUp();
        ChatPage page = ada.outbox().last(ChatPage.class);
        assertThat(page.entries()).hasSizeBetween(20, 26);
        assertThat(page.more()).isTrue();
    }

    @Test
    void whatIsSaidInOneRoomIsReadInNoOther() {
        UUID room = UUID.randomUUID();
        UUID otherRoom = UUID.randomUUID();
        say(ada, "before", null, null);
        meeting.time.pass(Duration.ofSeconds(1));
        log.openedAt = meeting.time.instant();
        move(bob, room);
        move(cem, otherRoom);
        say(bob, "in a room", null, null);
        say(ada, "meanwhile", null, null);
        assertThat(heard(ada)).extracting(ChatEntry::text).containsExactly("before", "meanwhile");
        assertThat(heard(bob)).extracting(ChatEntry::text).containsExactly("before", "in a room");
        assertThat(heard(bob).getLast().room()).isEqualTo(room.toString());
        assertThat(heard(cem)).extracting(ChatEntry::text).containsExactly("before");
        assertThat(read(ada)).containsExactly("before", "meanwhile");
        assertThat(read(bob)).containsExactly("before", "in a room");
        assertThat(read(cem)).containsExactly("before");
        bob.say(new ChatMessages.ChatEdit(2, "changed"));
        ada.say(new ChatMessages.ChatRemove(2));
        assertThat(refusal(ada)).isEqualTo(Reason.FORBIDDEN);
        assertThat(heard(bob).getLast().text()).isEqualTo("changed");
        assertThat(heard(ada)).hasSize(2);
        assertThat(heard(cem)).hasSize(1);
        say(bob, "psst", ada, null);
        assertThat(refusal(bob)).as("ada is elsewhere").isEqualTo(Reason.NOT_FOUND);
        move(bob, null);
        assertThat(read(bob)).containsExactly("before", "meanwhile");
        say(ada, "about it", null, 2L);
        assertThat(refusal(ada)).as("an answer would quote it").isEqualTo(Reason.NOT_FOUND);
    }

    @Test
    void whatWasWrittenForAFewDoesNotLandBeforeAll() {
        UUID room = UUID.randomUUID();
        ChatMessages.ChatSend message = new ChatMessages.ChatSend("late", "between us", null, null, room.toString());
        bob.say(message);
        assertThat(refusal(bob)).isEqualTo(Reason.NOT_FOUND);
        assertThat(log.messages).isEmpty();
    }

    @Test
    void whatIsTakenAwayInTheMainRoomIsTakenAwayEverywhere() {
        say(bob, "rude", null, null);
        move(cem, UUID.randomUUID());
        ada.say(new ChatMessages.ChatRemove(1));
        assertThat(heard(cem).getLast()).returns("", ChatEntry::text).returns(Removal.MODERATOR, ChatEntry::removed);
    }

    private void move(Person person, @Nullable UUID room) {
        person.conference().circles().move(List.of(person.participant()), Optional.ofNullable(room));
    }

    private List<String> read(Person person) {
        person.catchUp();
        return person.outbox().last(ChatPage.class).entries().stream()
                .map(ChatEntry::text)
                .toList();
    }

    private void say(Person person, String text, @Nullable Person to, @Nullable Long replyTo) {
        person.say(new ChatMessages.ChatSend(
                "key " + keys++,
                text,
                to == null ? null : to.id(),
                replyTo,
                person.participant().room().map(UUID::toString).orElse(null)));
    }

    private static List<ChatEntry> heard(Person person) {
        return person.outbox().all(plenum.protocol.ChatMessages.ChatMessage.class).stream()
                .map(plenum.protocol.ChatMessages.ChatMessage::entry)
                .toList();
    }

    private static Reason refusal(Person person) {
        return person.outbox().last(NotStored.class).reason();
    }
}

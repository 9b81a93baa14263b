package plenum.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.conference.LiveMeeting;
import plenum.conference.LiveMeeting.Person;
import plenum.platform.Settings;
import plenum.protocol.ChatMessages;
import plenum.protocol.ChatMessages.ChatEdit;
import plenum.protocol.ChatMessages.ChatMessage;
import plenum.protocol.ChatMessages.ChatSend;
import plenum.protocol.NotStored;

/** The chat of an end-to-end encrypted meeting: takes sealed texts alone, so that nothing readable is stored by mistake. */
@Tag("chat")
class SealedChatTest {
    private static final String SEALED = "~1.0." + "Ab-_".repeat(12);

    private final FakeChatLog log = new FakeChatLog();
    private final LiveMeeting meeting = LiveMeeting.encrypted(
            ChatMessages.Ask.class,
            of -> new ChatTopic(of, log, new Settings.Talk(Duration.ofHours(1), true), InstantSource.system()));
    private final Person ada = meeting.join("Ada");
    private final Person bob = meeting.join("Bob");

    @Test
    void passesOnWhatIsSealedAsItIs() {
        ada.say(new ChatSend("1", SEALED, null, null, null));
        ada.say(new ChatSend("2", "~1.0." + "A".repeat(16_000), null, null, null));
        assertThat(bob.outbox().all(ChatMessage.class)).hasSize(2);
        assertThat(bob.outbox().all(ChatMessage.class).getFirst().entry().text())
                .isEqualTo(SEALED);
    }

    @Test
    void refusesWhatCanBeRead() {
        ada.say(new ChatSend("1", "Hallo", null, null, null));
        ada.say(new ChatSend("2", SEALED + " Hallo", null, null, null));
        assertThat(ada.outbox().all(NotStored.class))
                .extracting(NotStored::reason)
                .containsExactly(NotStored.Reason.UNUSABLE, NotStored.Reason.UNUSABLE);
        ada.say(new ChatSend("3", SEALED, null, null, null));
        ada.say(new ChatEdit(bob.outbox().last(ChatMessage.class).entry().id(), "Hallo"));
        assertThat(bob.outbox().last(ChatMessage.class).entry().text()).isEqualTo(SEALED);
    }
}

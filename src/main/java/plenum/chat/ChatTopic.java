package plenum.chat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import plenum.audit.AuditAction;
import plenum.chat.ChatMessage.Party;
import plenum.chat.ChatMessage.Removal;
import plenum.conference.Conference;
import plenum.conference.Participant;
import plenum.conference.Topic;
import plenum.meeting.RoomSwitch;
import plenum.platform.Settings;
import plenum.platform.Throttle;
import plenum.protocol.ChatMessages;
import plenum.protocol.Failed;
import plenum.protocol.NotStored;
import plenum.protocol.NotStored.Reason;
import plenum.protocol.Sealed;
import plenum.protocol.ServerMessage;

/**
 * Handles the messages of the chat. A chat message is stored first and then sent to everybody who may read it, its sender included. A
 * request that has no effect returns a code; a message that could not be stored is answered with {@link NotStored}. Called in the
 * conference's mailbox.
 */
public final class ChatTopic implements Topic<ChatMessages.Ask> {
    /** Most messages at once. */
    static final int PAGE = 50;
    /** Most characters at once, so that a page of long messages does not choke a slow line. */
    static final int PAGE_CHARACTERS = 100_000;

    /** Most characters of a message. */
    static final int LONGEST = 4000;

    private static final String SEND = "chat-send";

    private final Conference conference;
    private final ChatLog log;
    private final Settings.Talk settings;
    private final InstantSource clock;
    private final Throttle writes;
    private final Throttle reads;

    public ChatTopic(Conference conference, ChatLog log, Settings.Talk settings, InstantSource clock) {
        this.conference = conference;
        this.log = log;
        this.settings = settings;
        this.clock = clock;
        this.writes = new Throttle(10, Duration.ofSeconds(1), clock);
        this.reads = new Throttle(20, Duration.ofMillis(250), clock);
    }

    @Override
    public Optional<Failed.Code> handle(Participant by, ChatMessages.Ask message) {
        switch (message) {
            case ChatMessages.ChatHistory history -> page(by, history.before(), "chat-history");
            case ChatMessages.ChatSend send -> send(by, send);
            case ChatMessages.ChatEdit edit -> edit(by, edit);
            case ChatMessages.ChatDelete delete -> delete(by, delete);
            case ChatMessages.ChatRemove remove -> remove(by, remove);
        }
        return Optional.empty();
    }

    /** The newest messages. */
    @Override
    public void catchUp(Participant by) {
        page(by, null, "catch-up");
    }

    private void send(Participant by, ChatMessages.ChatSend message) {
        Optional<String> text = text(message.text());
        Optional<Party> to = Optional.ofNullable(message.to())
                .flatMap(conference::find)
                .filter(other -> other != by && other.room().equals(by.room()))
                .map(ChatTopic::party);
        Optional<Reason> refusal = mayWrite(by);
        if (refusal.isEmpty()
                && (text.isEmpty() || message.key().isBlank() || message.key().indexOf('\0') >= 0)) {
            refusal = Optional.of(Reason.UNUSABLE);
        } else if (refusal.isEmpty() && message.to() != null && !settings.privateMessages()) {
            refusal = Optional.of(Reason.LOCKED);
        } else if (refusal.isEmpty() && (isMeantForElsewhere(by, message) || (message.to() != null && to.isEmpty()))) {
            refusal = Optional.of(Reason.NOT_FOUND);
        }
        if (refusal.isPresent()) {
            notStored(by, SEND, message.key(), refusal.get());
            return;
        }
        NewMessage draft = new NewMessage(
                conference.id(),
                party(by),
                message.key(),
                text.orElseThrow(),
                to.orElse(null),
                message.replyTo(),
                by.room().orElse(null),
                clock.instant());
        ask(by, SEND, message.key(), () -> append(draft));
    }

    private void edit(Participant by, ChatMessages.ChatEdit message) {
        String key = Long.toString(message.message());
        Optional<String> text = text(message.text());
        Optional<Reason> refusal =
                mayWrite(by).or(() -> text.isEmpty() ? Optional.of(Reason.UNUSABLE) : Optional.empty());
        if (refusal.isPresent()) {
            notStored(by, "chat-edit", key, refusal.get());
            return;
        }
        ask(
                by,
                "chat-edit",
                key,
                () -> change(
                        conference.id(),
                        message.message(),
                        stored -> stored.isFrom(id(by)),
                        stored -> stored.withText(text.orElseThrow())));
    }

    private void delete(Participant by, ChatMessages.ChatDelete message) {
        ask(
                by,
                "chat-delete",
                Long.toString(message.message()),
                () -> change(
                        conference.id(),
                        message.message(),
                        stored -> stored.isFrom(id(by)),
                        stored -> stored.without(Removal.SENDER)));
    }

    /** For moderators; what is private between others they cannot see, and so not remove. */
    private void remove(Participant by, ChatMessages.ChatRemove message) {
        Reader reader = Reader.of(by);
        ask(
                by,
                "chat-remove",
                Long.toString(message.message()),
                () -> change(
                        conference.id(),
                        message.message(),
                        stored -> stored.isReadableBy(reader),
                        stored -> stored.without(Removal.MODERATOR)));
    }

    /** It was written before its sender was moved: what is said among few must not land before all. */
    private static boolean isMeantForElsewhere(Participant by, ChatMessages.ChatSend message) {
        return !by.room().map(UUID::toString).equals(Optional.ofNullable(message.room()));
    }

    /** Fit to be stored; empty when it is not. */
    private Optional<String> text(String written) {
        return ChatText.parse(written).filter(text -> Sealed.fits(text, conference.isEncrypted(), LONGEST));
    }

    /** The one place that decides whether somebody may write now, beyond the permission of their role. */
    private Optional<Reason> mayWrite(Participant by) {
        if (!conference.rules().permits(by, RoomSwitch.CHAT)) {
            return Optional.of(Reason.LOCKED);
        }
        return writes.tryTake(by.id()) ? Optional.empty() : Optional.of(Reason.THROTTLED);
    }

    private Outcome append(NewMessage draft) {
        if (draft.replyTo() != null) {
            UUID to = draft.to() == null ? null : draft.to().id();
            boolean allowed = log.find(draft.meeting(), draft.replyTo())
                    .filter(answered ->
                            answered.mayBeAnswered(new Reader(draft.sender().id(), draft.room()), to))
                    .isPresent();
            if (!allowed) {
                return new Refused(Reason.NOT_FOUND);
            }
        }
        ChatLog.Appended appended = log.append(draft);
        return new Stored(appended.message(), appended.fresh());
    }

    private Outcome change(UUID meeting, long id, Predicate<ChatMessage> allowed, UnaryOperator<ChatMessage> change) {
        Optional<ChatMessage> found = log.find(meeting, id).filter(stored -> stored.removed() == null);
        if (found.isEmpty()) {
            return new Refused(Reason.NOT_FOUND);
        }
        if (!allowed.test(found.get())) {
            return new Refused(Reason.FORBIDDEN);
        }
        ChatMessage changed = change.apply(found.get());
        log.replace(changed);
        return new Stored(changed, true);
    }

    private void ask(Participant by, String about, String key, Supplier<Outcome> work) {
        conference
                .ledger()
                .ask(
                        work,
                        outcome -> {
                            switch (outcome) {
                                case Stored stored -> tell(by, stored);
                                case Refused refused -> notStored(by, about, key, refused.reason());
                            }
                        },
                        () -> notStored(by, about, key, Reason.UNAVAILABLE));
    }

    private void tell(Participant by, Stored stored) {
        if (stored.message().removed() == Removal.MODERATOR) {
            conference.noted(
                    by, AuditAction.REMOVE_MESSAGE, stored.message().sender().name());
        }
        ServerMessage news = new ChatMessages.ChatMessage(ChatWire.entry(stored.message()));
        Party to = stored.message().to();
        if (!stored.fresh()) {
            by.send(news);
        } else if (to == null) {
            tellReaders(stored.message(), news);
        } else {
            conference.find(stored.message().sender().id().toString()).ifPresent(sender -> sender.send(news));
            conference.find(to.id().toString()).ifPresent(recipient -> recipient.send(news));
        }
    }

    /**
     * The removal of a message of the main room is sent to breakout rooms, too: people there may have read it before the rooms were opened.
     */
    private void tellReaders(ChatMessage message, ServerMessage news) {
        if (message.room() == null && message.removed() != null) {
            conference.circles().everybody().forEach(participant -> participant.send(news));
        } else {
            conference.tell(Optional.ofNullable(message.room()), news);
        }
    }

    private void page(Participant by, @Nullable Long before, String about) {
        if (!reads.tryTake(by.id())) {
            notStored(by, about, null, Reason.THROTTLED);
            return;
        }
        Reader reader = Reader.of(by);
        conference
                .ledger()
                .<List<ChatMessage>>ask(
                        () -> log.page(conference.id(), reader, before, PAGE + 1),
                        found -> by.send(ChatWire.page(found, before, settings)),
                        () -> notStored(by, about, null, Reason.UNAVAILABLE));
    }

    private static void notStored(Participant by, String about, @Nullable String key, Reason reason) {
        by.send(new NotStored(about, key, reason));
    }

    private static Party party(Participant participant) {
        return new Party(id(participant), participant.name());
    }

    private static UUID id(Participant participant) {
        return UUID.fromString(participant.id());
    }

    private sealed interface Outcome {}

    private record Stored(ChatMessage message, boolean fresh) implements Outcome {}

    private record Refused(Reason reason) implements Outcome {}
}

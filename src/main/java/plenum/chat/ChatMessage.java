package plenum.chat;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stored message. Its sender may change it or take it back, a moderator may take it away; then its text is gone for good, and the place
 * where it stood remains.
 *
 * @param id grows in the order of storing
 * @param key the sender's own, so that a message that is sent again is stored once
 * @param text empty once removed
 * @param to null: for everybody
 */
public record ChatMessage(
        long id,
        UUID meeting,
        Party sender,
        String key,
        String text,
        @Nullable Party to,
        @Nullable Quote quote,
        Instant sentAt,
        boolean edited,
        @Nullable Removal removed) {

    /** Somebody as they were called then. */
    public record Party(UUID id, String name) {}

    /** What a message answers, as that is now. */
    public record Quote(long id, String name, String text) {}

    /** Who took it away. */
    public enum Removal {
        SENDER,
        MODERATOR
    }

    public boolean isReadableBy(UUID participant) {
        return to == null || isFrom(participant) || to.id().equals(participant);
    }

    public boolean isFrom(UUID participant) {
        return sender.id().equals(participant);
    }

    /** Whether an answer from one to the other, or to all, shows this to nobody who may not read it. */
    boolean mayBeAnswered(UUID from, @Nullable UUID answerTo) {
        return removed == null && isReadableBy(from) && (to == null || (answerTo != null && isReadableBy(answerTo)));
    }

    ChatMessage withText(String changed) {
        return new ChatMessage(id, meeting, sender, key, changed, to, quote, sentAt, true, null);
    }

    ChatMessage without(Removal by) {
        return new ChatMessage(id, meeting, sender, key, "", to, quote, sentAt, edited, by);
    }
}

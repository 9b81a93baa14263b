package plenum.chat;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stored chat message. Its sender may edit or delete it, and a moderator may remove it. The text of a deleted or removed message is
 * erased; its place in the chat remains.
 *
 * @param id grows in the order of storing
 * @param key the sender's own, so that a message that is sent again is stored once
 * @param text empty once removed
 * @param to null: for everybody in the room
 * @param room breakout room in which it was written; null: the main room
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
        @Nullable Removal removed,
        @Nullable UUID room) {

    /** A participant with the name of that time. */
    public record Party(UUID id, String name) {}

    /** The message that is answered, in its current state. */
    public record Quote(long id, String name, String text) {}

    /** Who removed it. */
    public enum Removal {
        SENDER,
        MODERATOR
    }

    /** Whether it is for this reader. What the main room heard before the rooms were opened is known in all of them. */
    public boolean isReadableBy(Reader reader) {
        boolean here = room == null || room.equals(reader.room());
        return here && (to == null || isFrom(reader.id()) || to.id().equals(reader.id()));
    }

    public boolean isFrom(UUID participant) {
        return sender.id().equals(participant);
    }

    /** Whether an answer from one to the other, or to all, shows this to nobody who may not read it. */
    boolean mayBeAnswered(Reader from, @Nullable UUID answerTo) {
        return removed == null
                && isReadableBy(from)
                && (to == null || (answerTo != null && isReadableBy(new Reader(answerTo, from.room()))));
    }

    ChatMessage withText(String changed) {
        return new ChatMessage(id, meeting, sender, key, changed, to, quote, sentAt, true, null, room);
    }

    ChatMessage without(Removal by) {
        return new ChatMessage(id, meeting, sender, key, "", to, quote, sentAt, edited, by, room);
    }
}

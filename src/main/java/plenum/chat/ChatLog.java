package plenum.chat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stores and reads the chat messages of all meetings. Its methods block on the database. */
public interface ChatLog {
    /** Stores a message, unless its sender has stored one with the same key: then that one is the answer. */
    Appended append(NewMessage message);

    /** Empty when there is none in this meeting. */
    Optional<ChatMessage> find(UUID meeting, long id);

    /** Stores a new text, edit mark and removal; all else of a message never changes. */
    void replace(ChatMessage message);

    /**
     * What a participant may read where they are, oldest first: in a breakout room what was written there, and what was written in the
     * main room before the rooms were opened.
     *
     * @param before only older messages than this one; null: the newest
     * @param most number of messages
     */
    List<ChatMessage> page(UUID meeting, Reader reader, @Nullable Long before, int most);

    /** What was said to all in the main room in a time, oldest first; without what was removed. */
    List<ChatMessage> toAll(UUID meeting, Instant from, Instant to, int most);

    /** Deletes what was sent before; returns how many. */
    int forget(Instant before);

    /**
     * What became of a {@link NewMessage}.
     *
     * @param fresh false when it was there already
     */
    record Appended(ChatMessage message, boolean fresh) {}
}

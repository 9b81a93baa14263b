package plenum.chat;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import plenum.conference.Participant;

/**
 * A participant who reads the chat, and their room.
 *
 * @param room the breakout room they are in; null: the main room
 */
public record Reader(UUID id, @Nullable UUID room) {
    static Reader of(Participant participant) {
        return new Reader(UUID.fromString(participant.id()), participant.room().orElse(null));
    }
}

package plenum.poll;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import plenum.conference.Conference;
import plenum.conference.Participant;

/**
 * A participant who acts on a poll, and their room.
 *
 * @param room the breakout room they are in; null: the main room
 */
record Asker(UUID meeting, UUID id, @Nullable UUID room, boolean moderates) {
    static Asker of(Conference conference, Participant participant) {
        return new Asker(
                conference.id(),
                UUID.fromString(participant.id()),
                participant.room().orElse(null),
                participant.moderates());
    }
}

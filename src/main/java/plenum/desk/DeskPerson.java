package plenum.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import plenum.protocol.LinkQuality;
import plenum.protocol.SessionMessages.Participant;

/**
 * A participant as a moderator's desk shows them.
 *
 * @param hand since when their hand is up
 * @param spoken for how long they have spoken since the desk was opened
 * @param link how good their way to the media server is, as far as it is known
 */
record DeskPerson(Participant participant, Optional<Instant> hand, Duration spoken, Optional<LinkQuality> link) {
    String id() {
        return participant.id();
    }
}

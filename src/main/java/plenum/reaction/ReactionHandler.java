package plenum.reaction;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import plenum.conference.Conference;
import plenum.conference.Participant;
import plenum.meeting.RoomSwitch;
import plenum.platform.Throttle;
import plenum.protocol.Failed;
import plenum.protocol.ReactionMessages;

/**
 * Feelings shown for a moment. Called in the conference's mailbox; a code in the answer says that nothing happened. A few a second from
 * each, and no more from all of a room than a screen can show.
 */
public final class ReactionHandler {
    static final int AT_ONCE = 5;
    static final int AT_ONCE_FROM_ALL = 40;

    private final Throttle each;
    private final Throttle all;

    public ReactionHandler(InstantSource clock) {
        this.each = new Throttle(AT_ONCE, Duration.ofMillis(600), clock);
        this.all = new Throttle(AT_ONCE_FROM_ALL, Duration.ofMillis(40), clock);
    }

    public Optional<Failed.Code> react(Conference conference, Participant by, ReactionMessages.React message) {
        if (!conference.room().permits(by, RoomSwitch.REACTIONS)) {
            return Optional.of(Failed.Code.FORBIDDEN);
        }
        if (!each.tryTake(by.id())
                || !all.tryTake(conference.id() + by.room().map(UUID::toString).orElse(""))) {
            return Optional.of(Failed.Code.THROTTLED);
        }
        conference.tell(by.room(), new ReactionMessages.Reacted(by.id(), message.reaction()));
        return Optional.empty();
    }
}

package plenum.reaction;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import plenum.conference.Conference;
import plenum.conference.Participant;
import plenum.conference.Topic;
import plenum.meeting.RoomSwitch;
import plenum.platform.Throttle;
import plenum.protocol.Failed;
import plenum.protocol.ReactionMessages;
import plenum.protocol.Sealed;

/**
 * Handles raised hands, and reactions, which are shown for a moment. Limits reactions to a few a second from each participant, and to what
 * a screen can show from a whole room.
 */
public final class ReactionTopic implements Topic<ReactionMessages.Ask> {
    static final int AT_ONCE = 5;
    static final int AT_ONCE_FROM_ALL = 40;

    private final Conference conference;
    private final RaisedHands hands;
    private final Throttle each;
    private final Throttle all;

    public ReactionTopic(Conference conference, Hands hands, InstantSource clock) {
        this.conference = conference;
        this.hands = new RaisedHands(conference, hands, clock);
        this.each = new Throttle(AT_ONCE, Duration.ofMillis(600), clock);
        this.all = new Throttle(AT_ONCE_FROM_ALL, Duration.ofMillis(40), clock);
    }

    @Override
    public Optional<Failed.Code> handle(Participant by, ReactionMessages.Ask message) {
        return switch (message) {
            case ReactionMessages.RaiseHand raise -> hands.raise(by, raise);
            case ReactionMessages.LowerHand lower -> hands.lower(by, lower);
            case ReactionMessages.LowerAllHands lower -> hands.lowerAll(by);
            case ReactionMessages.React react -> react(by, react);
        };
    }

    @Override
    public void catchUp(Participant reader) {
        hands.catchUp(reader);
    }

    @Override
    public void moved(Collection<Participant> who) {
        hands.moved(who);
    }

    private Optional<Failed.Code> react(Participant by, ReactionMessages.React message) {
        if (!conference.rules().permits(by, RoomSwitch.REACTIONS)) {
            return Optional.of(Failed.Code.FORBIDDEN);
        }
        boolean sealed =
                message.reaction() == null && message.sealed() != null && Sealed.fits(message.sealed(), true, 0);
        boolean clear = message.reaction() != null && message.sealed() == null;
        if (!(conference.isEncrypted() ? sealed : clear)) {
            return Optional.of(Failed.Code.BAD_VALUE);
        }
        if (!each.tryTake(by.id()) || !all.tryTake(by.room().map(UUID::toString).orElse(""))) {
            return Optional.of(Failed.Code.THROTTLED);
        }
        conference.tell(by.room(), new ReactionMessages.Reacted(by.id(), message.reaction(), message.sealed()));
        return Optional.empty();
    }
}

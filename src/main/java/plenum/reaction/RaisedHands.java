package plenum.reaction;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import plenum.audit.AuditAction;
import plenum.conference.Conference;
import plenum.conference.Participant;
import plenum.platform.Throttle;
import plenum.protocol.Failed;
import plenum.protocol.NotStored;
import plenum.protocol.NotStored.Reason;
import plenum.protocol.ReactionMessages;

/** The raised hands of one conference. A request that has no effect returns a code. Called in the conference's mailbox. */
final class RaisedHands {
    private static final String RAISE = "raise-hand";

    private final Conference conference;
    private final Hands hands;
    private final InstantSource clock;
    private final Throttle rate;

    RaisedHands(Conference conference, Hands hands, InstantSource clock) {
        this.conference = conference;
        this.hands = hands;
        this.clock = clock;
        this.rate = new Throttle(6, Duration.ofSeconds(1), clock);
    }

    /**
     * Tells somebody who comes in or comes back whose hands are up; and the others, if theirs is. After a restart of the server, people come back one
     * by one, and whoever was there before has not heard of it.
     */
    void catchUp(Participant by) {
        conference
                .ledger()
                .<List<Hands.RaisedHand>>ask(
                        () -> hands.of(conference.id()),
                        raised -> {
                            List<ReactionMessages.Hand> here = raised.stream()
                                    .map(hand -> new ReactionMessages.Hand(
                                            hand.participant().toString(),
                                            hand.since().toEpochMilli()))
                                    .filter(hand -> isTogether(by, hand.participant()))
                                    .toList();
                            by.send(new ReactionMessages.Hands(here));
                            here.stream()
                                    .filter(hand -> hand.participant().equals(by.id()))
                                    .forEach(own -> changed(by, own.since()));
                        },
                        () -> by.send(new NotStored("catch-up", null, Reason.UNAVAILABLE)));
    }

    private boolean isTogether(Participant by, String other) {
        return conference
                .find(other)
                .filter(raising -> raising.room().equals(by.room()))
                .isPresent();
    }

    Optional<Failed.Code> raise(Participant by, ReactionMessages.RaiseHand message) {
        if (!rate.tryTake(by.id())) {
            by.send(new NotStored(RAISE, null, Reason.THROTTLED));
        } else if (message.raised()) {
            UUID participant = UUID.fromString(by.id());
            conference
                    .ledger()
                    .ask(
                            () -> hands.raise(conference.id(), participant, clock.instant()),
                            since -> changed(by, since.toEpochMilli()),
                            () -> by.send(new NotStored(RAISE, null, Reason.UNAVAILABLE)));
        } else {
            lower(by, by, RAISE);
        }
        return Optional.empty();
    }

    Optional<Failed.Code> lower(Participant by, ReactionMessages.LowerHand message) {
        Optional<Participant> target = conference.find(message.participant());
        target.ifPresent(participant -> {
            lower(participant, by, "lower-hand");
            conference.noted(by, AuditAction.LOWER_HAND, participant.name());
        });
        return target.isPresent() ? Optional.empty() : Optional.of(Failed.Code.NOT_FOUND);
    }

    Optional<Failed.Code> lowerAll(Participant by) {
        conference.noted(by, AuditAction.LOWER_ALL_HANDS, null);
        Optional<UUID> room = by.room();
        List<UUID> together = conference.circles().everybody().stream()
                .filter(participant -> participant.room().equals(room))
                .map(participant -> UUID.fromString(participant.id()))
                .toList();
        conference
                .ledger()
                .ask(
                        () -> {
                            hands.lowerAll(together);
                            return List.<ReactionMessages.Hand>of();
                        },
                        none -> conference.tell(room, new ReactionMessages.Hands(none)),
                        () -> by.send(new NotStored("lower-all-hands", null, Reason.UNAVAILABLE)));
        return Optional.empty();
    }

    /** A participant who moves to another room lowers the hand in the room that they leave. */
    void moved(Collection<Participant> who) {
        List<UUID> ids = who.stream()
                .map(participant -> UUID.fromString(participant.id()))
                .toList();
        conference
                .ledger()
                .ask(
                        () -> {
                            hands.lowerAll(ids);
                            return ids;
                        },
                        lowered -> who.forEach(participant ->
                                participant.send(new ReactionMessages.HandChanged(participant.id(), null))),
                        () -> {});
    }

    private void lower(Participant whose, Participant by, String about) {
        UUID participant = UUID.fromString(whose.id());
        conference
                .ledger()
                .ask(
                        () -> {
                            hands.lower(participant);
                            return participant;
                        },
                        lowered -> changed(whose, null),
                        () -> by.send(new NotStored(about, whose.id(), Reason.UNAVAILABLE)));
    }

    private void changed(Participant whose, @Nullable Long since) {
        conference.tell(whose.room(), new ReactionMessages.HandChanged(whose.id(), since));
    }
}

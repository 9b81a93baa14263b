package plenum.conference;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import plenum.protocol.SessionMessages.Refused;
import plenum.protocol.SessionMessages.Waiting;

/** Who comes in, who waits, and who goes. Belongs to the conference's mailbox. */
final class Doorkeeper {
    private final People people;
    private final Room room;
    private final int places;
    private final Set<UUID> removed = new HashSet<>();

    /** @param places how many people a meeting holds */
    Doorkeeper(People people, Room room, int places) {
        this.people = people;
        this.room = room;
        this.places = places;
    }

    /** What the doorkeeper says. */
    sealed interface Ruling {
        /** In. */
        record Come() implements Ruling {}

        /** To the lobby. */
        record Wait(Waiting.Reason reason) implements Ruling {}

        /** Away. */
        record Go(Refused.Reason reason) implements Ruling {}
    }

    Ruling decide(Arrival arrival) {
        if (removed.contains(arrival.attendance().id())) {
            return new Ruling.Go(Refused.Reason.DECLINED);
        }
        if (people.find(arrival.attendance().id().toString()).isPresent()) {
            return new Ruling.Come();
        }
        if (isFull()) {
            return new Ruling.Go(Refused.Reason.FULL);
        }
        if (arrival.kind() == Arrival.Kind.KNOWN || arrival.attendance().role().moderates()) {
            return new Ruling.Come();
        }
        if (room.rules().locked()) {
            return new Ruling.Go(Refused.Reason.LOCKED);
        }
        if (room.rules().waitForModerator() && people.moderators().isEmpty()) {
            return new Ruling.Wait(Waiting.Reason.MODERATOR);
        }
        if (room.rules().lobby() || arrival.kind() == Arrival.Kind.SUSPECT) {
            return new Ruling.Wait(Waiting.Reason.LOBBY);
        }
        return new Ruling.Come();
    }

    boolean isFull() {
        return people.count() >= places;
    }

    /** The place was taken away: a socket that shows its token at this very moment gets nowhere. */
    void remove(UUID participant) {
        removed.add(participant);
    }

    /** Whether somebody who comes into an empty room may be its moderator: not where others decide who comes in. */
    boolean firstOneModerates() {
        return !room.rules().lobby() && !room.rules().waitForModerator();
    }
}

package plenum.conference;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import plenum.protocol.SessionMessages.Refused;
import plenum.protocol.SessionMessages.Waiting;

/** Decides whether an arriving person enters, waits in the lobby or is refused. Belongs to the conference's mailbox. */
final class Doorkeeper {
    /** The most second devices of a person, such as a phone as a camera, a tablet, and a computer in the room. */
    static final int SECOND_DEVICES = 3;

    /** The most people in an end-to-end encrypted meeting: what a newcomer has to know of their keys fits into one message. */
    static final int MOST_WITH_KEYS = 150;

    private final People people;
    private final MeetingRules rules;
    private final HouseRules house;
    private final boolean encrypted;
    private final Set<UUID> removed = new HashSet<>();

    Doorkeeper(People people, MeetingRules rules, HouseRules house, boolean encrypted) {
        this.people = people;
        this.rules = rules;
        this.house = house;
        this.encrypted = encrypted;
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
        if (arrival.kind() == Arrival.Kind.DEVICE
                && hasAllDevices(arrival.attendance().person())) {
            return new Ruling.Go(Refused.Reason.TOO_MANY_DEVICES);
        }
        if (arrival.kind() == Arrival.Kind.KNOWN || moderates(arrival)) {
            return new Ruling.Come();
        }
        if (rules.current().locked()) {
            return new Ruling.Go(Refused.Reason.LOCKED);
        }
        if (arrival.kind() == Arrival.Kind.DEVICE) {
            return new Ruling.Come();
        }
        if (rules.current().waitForModerator() && people.moderators().isEmpty()) {
            return new Ruling.Wait(Waiting.Reason.MODERATOR);
        }
        boolean guest = arrival.caller().member().isEmpty();
        if (rules.current().lobby() || (guest && house.guestsOnlyByLobby()) || arrival.kind() == Arrival.Kind.SUSPECT) {
            return new Ruling.Wait(Waiting.Reason.LOBBY);
        }
        return new Ruling.Come();
    }

    /** A second device has the person's current role, whatever was stored when its link was made. */
    private boolean moderates(Arrival arrival) {
        return arrival.kind() == Arrival.Kind.DEVICE
                ? people.devicesOf(arrival.attendance().person()).stream().anyMatch(Participant::moderates)
                : arrival.attendance().role().moderates();
    }

    /**
     * Whether somebody would be sent away at once, as it was a moment ago: so that it costs nothing to send them away. From any thread; what is
     * decided by {@link #decide} holds.
     */
    Optional<Refused.Reason> turnsAway() {
        if (isFull()) {
            return Optional.of(Refused.Reason.FULL);
        }
        return rules.current().locked() ? Optional.of(Refused.Reason.LOCKED) : Optional.empty();
    }

    /** Whether another device of the person would be one too many. */
    boolean hasAllDevices(UUID person) {
        return people.devicesOf(person).size() > SECOND_DEVICES;
    }

    boolean isFull() {
        int places = encrypted ? Math.min(house.places(), MOST_WITH_KEYS) : house.places();
        return people.count() >= places;
    }

    /** The place was taken away: an arrival with its token that is under way is refused. */
    void remove(UUID participant) {
        removed.add(participant);
    }
}

package plenum.conference;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import plenum.meeting.Attendances;
import plenum.protocol.Announcement;
import plenum.protocol.ServerMessage;
import plenum.protocol.SessionMessages;

/**
 * The rooms of a conference and the participants in them. The people of one room are a circle: they hear, see and read one another, and
 * nobody else does. A room is named by its id; empty is the main room. Belongs to the conference's mailbox.
 */
public final class Circles {
    private final People people;
    private final Attendances attendances;
    private final Ledger ledger;
    private final Consumer<Collection<Participant>> onMove;

    /** @param onMove given those who are in another room now */
    Circles(People people, Attendances attendances, Ledger ledger, Consumer<Collection<Participant>> onMove) {
        this.people = people;
        this.attendances = attendances;
        this.ledger = ledger;
        this.onMove = onMove;
    }

    /** Everybody, in whichever room, in the order of coming. */
    public List<Participant> everybody() {
        return people.all();
    }

    /** Tells some, who are all told the same. */
    public void tell(Collection<Participant> who, ServerMessage message) {
        Announcement announcement = new Announcement(message);
        who.forEach(participant -> participant.send(announcement));
    }

    /** Tells some what the next such message makes useless. Whoever's line is full is not told. */
    public void hint(Collection<Participant> who, ServerMessage message) {
        Announcement announcement = new Announcement(message);
        who.forEach(participant -> participant.hint(announcement));
    }

    /** A participant on all their devices. */
    public List<Participant> devicesOf(Participant participant) {
        return people.devicesOf(participant);
    }

    /** They are in another room from now on, on all their devices. Kept for after a crash, but not waited for. */
    public void move(Collection<Participant> who, Optional<UUID> to) {
        List<Participant> moved = who.stream()
                .flatMap(participant -> people.devicesOf(participant).stream())
                .distinct()
                .filter(participant -> !participant.room().equals(to))
                .toList();
        if (moved.isEmpty()) {
            return;
        }
        List<UUID> places = moved.stream().map(one -> one.attendance().id()).toList();
        ledger.keep(() -> attendances.move(places, to));
        moved.forEach(one -> one.become(one.attendance().in(to)));
        moved.forEach(one -> people.broadcast(new SessionMessages.ParticipantChanged(one.description())));
        onMove.accept(moved);
    }
}

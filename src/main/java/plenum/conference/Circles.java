package plenum.conference;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import plenum.protocol.SessionMessages;
import plenum.protocol.StreamMessages;

/**
 * Who is with whom: the people in the main room are one circle, and those in each breakout room. They hear, see and read one another, and
 * nobody else; each circle has its own speakers. Rooms are named by ids; empty is the main room. Belongs to the conference's mailbox.
 */
public final class Circles {
    private final Map<Optional<UUID>, Speakers> speakers = new HashMap<>();
    private final People people;
    private final Surroundings around;
    private final Ledger ledger;
    private final Executor mailbox;
    private final Listener listener;

    /** What follows from a move, or from somebody who speaks. */
    interface Listener {
        /** Other people are to be heard or seen than before. */
        void audienceChanged();

        /** These are in another room now. */
        void moved(Collection<Participant> who);
    }

    Circles(People people, Surroundings around, Ledger ledger, Executor mailbox, Listener listener) {
        this.people = people;
        this.around = around;
        this.ledger = ledger;
        this.mailbox = mailbox;
        this.listener = listener;
    }

    /** Everybody, in whichever room, in the order of coming. */
    public List<Participant> everybody() {
        return people.all();
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
        ledger.keep(() -> around.attendances().move(places, to));
        moved.forEach(one -> take(one, to));
        dropEmpty();
        listener.audienceChanged();
        moved.forEach(one -> people.broadcast(new SessionMessages.ParticipantChanged(one.description())));
        moved.forEach(
                one -> one.send(new StreamMessages.DominantSpeaker(dominant(one).orElse(null))));
        listener.moved(moved);
    }

    private void take(Participant participant, Optional<UUID> to) {
        Speakers before = speakers.get(participant.room());
        participant.become(participant.attendance().in(to));
        if (before != null) {
            before.left(participant.id());
        }
    }

    void heard(Participant participant, boolean speaking, int level) {
        speakers.computeIfAbsent(
                        participant.room(),
                        room -> new Speakers(around.clock(), around.timers(), mailbox, new SpeechIn(room)))
                .heard(participant.id(), speaking, level);
    }

    /** Whom a participant heard last, the very latest first. */
    List<String> recent(Participant listening) {
        Speakers heard = speakers.get(listening.room());
        return heard == null ? List.of() : List.copyOf(heard.recent());
    }

    /** Who has the floor where the participant is. */
    Optional<String> dominant(Participant participant) {
        return Optional.ofNullable(speakers.get(participant.room())).flatMap(Speakers::dominant);
    }

    /** Somebody is not here any more. */
    void left(Participant participant) {
        Speakers left = speakers.get(participant.room());
        if (left != null) {
            left.left(participant.id());
        }
        dropEmpty();
    }

    private void dropEmpty() {
        speakers.keySet().removeIf(room -> people.in(room).isEmpty());
    }

    private final class SpeechIn implements Speakers.Listener {
        private final Optional<UUID> room;

        SpeechIn(Optional<UUID> room) {
            this.room = room;
        }

        @Override
        public void speaking(String participant, boolean speaking) {
            people.tell(room, new StreamMessages.Speaking(participant, speaking));
            listener.audienceChanged();
        }

        @Override
        public void dominantSpeaker(Optional<String> participant) {
            people.tell(room, new StreamMessages.DominantSpeaker(participant.orElse(null)));
        }
    }
}

package plenum.stream;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import plenum.conference.Participant;
import plenum.conference.People;
import plenum.protocol.StreamMessages;

/**
 * The speakers of each room, by what browsers report of their microphones. A room is named by its id; empty is the main room. Belongs to
 * the conference's mailbox.
 */
final class Speech {
    private final Map<Optional<UUID>, Speakers> speakers = new HashMap<>();
    private final People people;
    private final StreamServices around;
    private final Executor mailbox;
    private final Runnable onSpeech;

    /** @param onSpeech called when a participant begins or stops to speak, or speaks most */
    Speech(People people, StreamServices around, Executor mailbox, Runnable onSpeech) {
        this.people = people;
        this.around = around;
        this.mailbox = mailbox;
        this.onSpeech = onSpeech;
    }

    void heard(Participant participant, boolean speaking, int level) {
        speakers.computeIfAbsent(
                        participant.room(),
                        room -> new Speakers(around.clock(), around.timers(), mailbox, new SpeechIn(room)))
                .heard(participant.id(), speaking, level);
    }

    /** The participants that one in the same room heard last, the latest first. */
    List<String> recent(Participant listening) {
        Speakers heard = speakers.get(listening.room());
        return heard == null ? List.of() : List.copyOf(heard.recent());
    }

    /** The dominant speaker of the participant's room. */
    Optional<String> dominant(Participant participant) {
        return dominant(participant.room());
    }

    Optional<String> dominant(Optional<UUID> room) {
        return Optional.ofNullable(speakers.get(room)).flatMap(Speakers::dominant);
    }

    void moved(Collection<Participant> who) {
        who.forEach(participant -> speakers.forEach((room, there) -> {
            if (!room.equals(participant.room())) {
                there.left(participant.id());
            }
        }));
        dropEmpty();
    }

    void left(Participant participant) {
        Speakers there = speakers.get(participant.room());
        if (there != null) {
            there.left(participant.id());
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
            onSpeech.run();
        }

        @Override
        public void dominantSpeaker(Optional<String> participant) {
            people.tell(room, new StreamMessages.DominantSpeaker(participant.orElse(null)));
            onSpeech.run();
        }
    }
}

package plenum.recording;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import plenum.conference.Conference;
import plenum.conference.Participant;
import plenum.platform.SecretToken;
import plenum.platform.Timers.Timer;
import plenum.protocol.RecordingMessages.RecordingChoice;
import plenum.protocol.RecordingMessages.RecordingRight;
import plenum.recording.Recordings.Kept;

/**
 * Asks the people of a meeting whether they want to be in one recording, and keeps what they say: what the database does not take now is tried again. Whoever consents is given a secret, by which they can
 * take it back later. Belongs to the conference's mailbox.
 */
final class Consents {
    private final Conference conference;
    private final RecordingServices around;
    private final Take take;
    private final Consumer<Participant> changed;
    private final Map<UUID, Instant> asked = new HashMap<>();
    private final Map<UUID, SecretToken> rights = new HashMap<>();
    private final Map<UUID, Choice> unstored = new LinkedHashMap<>();
    private final Map<UUID, UUID> personOf = new HashMap<>();
    private final List<Timer> timers = new ArrayList<>();
    private final LineWriter file;

    /** @param changed told of whoever's silence has become an answer */
    Consents(Conference conference, RecordingServices around, Take take, Consumer<Participant> changed) {
        this.conference = conference;
        this.around = around;
        this.take = take;
        this.changed = changed;
        this.file = new LineWriter(take.folder().answers(), around.timers(), around.threads());
    }

    /** Silence counts after a while, where it means consent. */
    void ask(Participant participant) {
        if (take.choice(participant) != RecordingChoice.ASKED) {
            return;
        }
        asked.putIfAbsent(participant.person(), around.clock().instant());
        if (around.rules().silence()) {
            timers.add(conference.later(around.rules().answer(), () -> {
                if (conference.find(participant.id()).isPresent()
                        && take.choice(participant) == RecordingChoice.ASKED) {
                    decide(participant, true, true);
                    changed.accept(participant);
                }
            }));
        }
    }

    /** Until silence is an answer. */
    Duration left(Participant participant) {
        Instant now = around.clock().instant();
        return around.rules().answer().minus(Duration.between(asked.getOrDefault(participant.person(), now), now));
    }

    /** Somebody says it, or says nothing, for all of their devices. */
    void decide(Participant by, boolean given, boolean assumed) {
        take.choose(by, given);
        for (Participant device : conference.people().devicesOf(by)) {
            keep(device, given, assumed);
        }
    }

    /** A device of somebody who has answered. */
    void joined(Participant device) {
        RecordingChoice choice = take.choice(device);
        if (choice != RecordingChoice.ASKED && !take.isRemembered(device)) {
            keep(device, choice == RecordingChoice.GIVEN, false);
        }
    }

    private void keep(Participant device, boolean given, boolean assumed) {
        SecretToken right = rights.computeIfAbsent(
                device.person(), person -> around.tickets().newRight());
        UUID id = UUID.fromString(device.id());
        personOf.put(id, device.person());
        Choice choice =
                new Choice(id, device.name(), given, assumed, around.clock().instant(), Optional.empty());
        unstored.put(id, choice);
        file.add(Answers.line(new Kept(choice, right.hash())));
        store(choice);
        if (given) {
            device.send(new RecordingRight(right.text()));
        }
    }

    private void store(Choice choice) {
        byte[] hash = hash(choice);
        conference
                .ledger()
                .ask(
                        () -> {
                            around.recordings().choose(take.id(), choice, hash);
                            return true;
                        },
                        done -> unstored.remove(choice.participant(), choice),
                        () -> {
                            // is tried again with the next look
                        });
    }

    private byte[] hash(Choice choice) {
        UUID person = personOf.getOrDefault(choice.participant(), choice.participant());
        return rights.computeIfAbsent(person, id -> around.tickets().newRight()).hash();
    }

    /** What the database did not take. */
    void storeAgain() {
        List.copyOf(unstored.values()).forEach(this::store);
    }

    /** What is still to be stored, for the end of a recording. */
    List<Kept> rest() {
        return unstored.values().stream()
                .map(choice -> new Kept(choice, hash(choice)))
                .toList();
    }

    /** Whether an answer is not stored yet. */
    boolean isBehind() {
        return !unstored.isEmpty() || file.isInTrouble();
    }

    void end() {
        timers.forEach(Timer::cancel);
        timers.clear();
    }
}

package plenum.conference;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.account.DisplayName;
import plenum.meeting.Attendance;
import plenum.meeting.Meeting;
import plenum.protocol.SessionMessages;

/**
 * The stored places of the people who are in the conference or in its lobby: stores their names, makes links for second devices, and gives
 * places up. Belongs to the conference's mailbox.
 */
public final class Places {
    private static final Logger log = LoggerFactory.getLogger(Places.class);

    private final Meeting meeting;
    private final Surroundings around;
    private final People people;
    private final Ledger ledger;
    private final HeldPlaces held;
    private final Set<UUID> here = new HashSet<>();

    /** @param held the places of all conferences of this server */
    Places(Meeting meeting, Surroundings around, People people, Ledger ledger, HeldPlaces held) {
        this.meeting = meeting;
        this.around = around;
        this.people = people;
        this.ledger = ledger;
        this.held = held;
    }

    /** A person arrives: the place is kept until it is abandoned. */
    void hold(UUID place) {
        here.add(place);
        held.hold(place);
    }

    /** Whether nobody is in and nobody waits. */
    boolean isEmpty() {
        return here.isEmpty();
    }

    /**
     * A participant goes on under another name, on all devices.
     *
     * @param failed called when it could not be stored
     */
    public void rename(Participant participant, DisplayName name, Runnable failed) {
        for (Participant device : people.devicesOf(participant)) {
            ledger.keep(
                    () -> around.attendances().rename(device.attendance().id(), name.text()),
                    () -> {
                        device.become(device.attendance().withName(name.text()));
                        people.broadcast(new SessionMessages.ParticipantChanged(device.description()));
                    },
                    failed);
        }
    }

    /**
     * Makes a token that brings in a second device, once.
     *
     * @param answer given the token when it is stored
     * @param failed called instead when it could not be stored
     */
    public void linkDevice(Participant participant, Duration goodFor, Consumer<String> answer, Runnable failed) {
        AtomicReference<String> token = new AtomicReference<>("");
        Instant until = around.clock().instant().plus(goodFor);
        ledger.keep(
                () -> token.set(
                        around.attendances().linkDevice(participant.attendance().id(), until)),
                () -> answer.accept(token.get()),
                failed);
    }

    /**
     * Takes a place away.
     *
     * @param block whether the person is kept out from now on
     * @param done called when it is stored
     * @param failed called instead when it could not be stored
     */
    void revoke(Participant participant, boolean block, Runnable done, Runnable failed) {
        ledger.keep(
                () -> {
                    around.attendances().revoke(participant.attendance().id());
                    if (block) {
                        around.blocks().block(meeting, participant.caller());
                    }
                },
                done,
                failed);
    }

    /** A place as it is to be now: another device of somebody has their name and role, which may have changed since the place was stored. */
    Attendance asOnOtherDevices(Attendance place) {
        return people.devicesOf(place.person()).stream()
                .findFirst()
                .map(other -> place.withName(other.name()).withRole(other.role()))
                .filter(settled -> !settled.equals(place))
                .map(settled -> {
                    ledger.keep(() -> {
                        around.attendances().rename(settled.id(), settled.name());
                        around.attendances().setRole(settled.id(), settled.role());
                    });
                    return settled;
                })
                .orElse(place);
    }

    /** Gives a place up. Done beside the mailbox, because the database may be slow. */
    void abandon(UUID participant) {
        here.remove(participant);
        held.release(participant);
        Instant now = around.clock().instant();
        around.threads().execute(() -> {
            try {
                around.attendances().giveUp(participant, now);
            } catch (RuntimeException e) {
                log.warn("could not store that participant {} left", participant, e);
            }
        });
    }
}

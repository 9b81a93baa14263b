package plenum.conference;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.account.DisplayName;
import plenum.meeting.Attendance;
import plenum.meeting.RoomSwitch;
import plenum.protocol.Failed;
import plenum.protocol.SessionMessages;

/** What somebody changes about their own place: its name and a second device. Belongs to the conference's mailbox. */
public final class Places {
    private static final Logger log = LoggerFactory.getLogger(Places.class);

    private final Surroundings around;
    private final Room room;
    private final People people;
    private final Doorkeeper doorkeeper;
    private final Ledger ledger;
    private final HeldPlaces held;

    Places(Surroundings around, Room room, People people, Doorkeeper doorkeeper, Ledger ledger, HeldPlaces held) {
        this.around = around;
        this.room = room;
        this.people = people;
        this.doorkeeper = doorkeeper;
        this.ledger = ledger;
        this.held = held;
    }

    /** Somebody came to the door: their place is theirs until it is abandoned. */
    void hold(UUID participant) {
        held.hold(participant);
    }

    /** Goes on under another name, where participants may. */
    public Optional<Failed.Code> rename(Participant participant, DisplayName name) {
        if (!room.permits(participant, RoomSwitch.RENAME)) {
            return Optional.of(Failed.Code.FORBIDDEN);
        }
        for (Participant device : people.devicesOf(participant)) {
            ledger.keep(
                    () -> around.attendances().rename(device.attendance().id(), name.text()),
                    () -> {
                        device.become(device.attendance().withName(name.text()));
                        people.broadcast(new SessionMessages.ParticipantChanged(device.description()));
                    },
                    () -> participant.send(new Failed(Failed.Code.INTERNAL, "rename")));
        }
        return Optional.empty();
    }

    /**
     * Makes a token that brings in a second device, once. Only moderators bring one through a locked door.
     *
     * @param answer told the token, in the mailbox, when it is stored
     */
    public Optional<Failed.Code> linkDevice(Participant participant, Duration goodFor, Consumer<String> answer) {
        if (room.rules().locked() && !participant.moderates()) {
            return Optional.of(Failed.Code.FORBIDDEN);
        }
        if (doorkeeper.hasAllDevices(participant.person())) {
            return Optional.of(Failed.Code.TOO_MANY);
        }
        AtomicReference<String> token = new AtomicReference<>("");
        Instant until = around.clock().instant().plus(goodFor);
        ledger.keep(
                () -> token.set(
                        around.attendances().linkDevice(participant.attendance().id(), until)),
                () -> answer.accept(token.get()),
                () -> participant.send(new Failed(Failed.Code.INTERNAL, "link-device")));
        return Optional.empty();
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

    /** Somebody is gone for good. The database may be slow: never in the mailbox. */
    void abandon(UUID participant) {
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

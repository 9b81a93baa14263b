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
import plenum.protocol.LinkQuality;
import plenum.protocol.MediaReach;
import plenum.protocol.ServerMessage;
import plenum.protocol.SessionMessages;
import plenum.protocol.StreamMessages;

/** What somebody changes about their own place: its name, a second device, and how they are connected. Belongs to the conference's mailbox. */
public final class Places {
    private static final Logger log = LoggerFactory.getLogger(Places.class);
    /** A tab reports its link every ten seconds at most; twice as often is forgiven. */
    private static final Duration BETWEEN_LINKS = Duration.ofSeconds(4);

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

    /** Sound and picture reach somebody's tab, or do not; everybody is told, so that nobody talks into the void. */
    public void reach(Participant participant, MediaReach reach) {
        if (participant.reach() != reach) {
            participant.reach(reach);
            people.broadcast(new SessionMessages.ParticipantChanged(participant.description()));
        }
    }

    /** How good somebody's way to the media server is; moderators are told, nobody else. */
    public Optional<Failed.Code> link(Participant participant, LinkQuality quality) {
        Instant now = around.clock().instant();
        if (participant
                .link()
                .filter(last -> now.isBefore(last.at().plus(BETWEEN_LINKS)))
                .isPresent()) {
            return Optional.of(Failed.Code.THROTTLED);
        }
        participant.link(new Participant.LinkReport(quality, now));
        people.moderators().forEach(moderator -> moderator.send(reported(participant, quality)));
        return Optional.empty();
    }

    /** What is known of everybody's way to the media server, for somebody who has just come to moderate. */
    void tellLinks(Participant moderator) {
        people.all()
                .forEach(participant ->
                        participant.link().ifPresent(last -> moderator.send(reported(participant, last.quality()))));
    }

    private static ServerMessage reported(Participant participant, LinkQuality quality) {
        return new StreamMessages.LinkReported(participant.id(), quality);
    }
}

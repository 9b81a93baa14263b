package plenum.conference;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import plenum.audit.AuditAction;
import plenum.meeting.Meeting;
import plenum.meeting.Role;
import plenum.protocol.Failed;
import plenum.protocol.ModerationMessages;
import plenum.protocol.SessionMessages.Ended;

/**
 * What moderators do to people: each action is one method and one line in the journal. The creator can be neither demoted nor removed.
 * Belongs to the conference's mailbox; what answers {@code Optional<Failed.Code>} had no effect when a code is present.
 */
public final class Moderation {
    private final Meeting meeting;
    private final Surroundings around;
    private final People people;
    private final Ledger ledger;
    private final Journal journal;
    private final Listener listener;

    Moderation(Meeting meeting, Surroundings around, People people, Ledger ledger, Journal journal, Listener listener) {
        this.meeting = meeting;
        this.around = around;
        this.people = people;
        this.ledger = ledger;
        this.journal = journal;
        this.listener = listener;
    }

    /** What follows from an action. */
    interface Listener {
        /** Somebody is heard or seen no longer, or may be again. */
        void devicesChanged(List<Participant> of);

        /** Somebody moderates now, or does not any more. */
        void roleChanged(Participant participant);

        /** Somebody loses their place. */
        void removed(Participant participant, Ended.Reason reason);

        /** It is over for everybody. */
        void ended();
    }

    /** Nobody hears the participant until they turn their microphone on themselves, if they may. */
    public Optional<Failed.Code> mute(String target, Participant by) {
        return on(target, AuditAction.MUTE, by, participant -> silence(List.of(participant), by));
    }

    /** All in the same room but moderators. */
    public Optional<Failed.Code> muteAll(Participant by) {
        journal.did(by, AuditAction.MUTE_ALL, null);
        silence(everybodyElse(by).filter(Participant::maySound).toList(), by);
        return Optional.empty();
    }

    /** Nobody sees the participant's camera or screen until they turn their camera on themselves, if they may. */
    public Optional<Failed.Code> stopVideo(String target, Participant by) {
        return on(target, AuditAction.STOP_VIDEO, by, participant -> {
            participant.devices().stopVideo();
            tellStopped(List.of(participant), by);
        });
    }

    /** The cameras of all in the same room but moderators. Screens stay: this is aimed at nobody, and who presents goes on. */
    public Optional<Failed.Code> stopAllVideos(Participant by) {
        journal.did(by, AuditAction.STOP_ALL_VIDEOS, null);
        List<Participant> seen = everybodyElse(by)
                .filter(participant -> participant.devices().camera())
                .toList();
        seen.forEach(participant -> participant.devices().dim());
        tellStopped(seen, by);
        return Optional.empty();
    }

    /** Where participants may not turn their devices on: this one may. */
    public Optional<Failed.Code> allowDevices(String target, Participant by) {
        return on(target, AuditAction.ALLOW_DEVICES, by, participant -> {
            participant.devices().allow();
            participant.send(new ModerationMessages.DevicesAllowed(by.id()));
            listener.devicesChanged(List.of(participant));
        });
    }

    public Optional<Failed.Code> promote(String target, Participant by) {
        Optional<Participant> found = people.find(target);
        if (found.isEmpty()) {
            return Optional.of(Failed.Code.NOT_FOUND);
        }
        Participant participant = found.get();
        if (!participant.moderates()) {
            setRole(
                    participant,
                    Role.MODERATOR,
                    () -> journal.did(by, AuditAction.PROMOTE, participant.name()),
                    () -> {},
                    () -> by.send(new Failed(Failed.Code.INTERNAL, "promote")));
        }
        return Optional.empty();
    }

    /**
     * Nobody moderates: somebody has to.
     *
     * @param done called when it is stored
     * @param failed called instead when it could not be
     */
    void succeed(Participant successor, Runnable done, Runnable failed) {
        setRole(
                successor,
                Role.MODERATOR,
                () -> {
                    journal.happened(AuditAction.PROMOTE, successor.name());
                    done.run();
                },
                () -> {},
                failed);
    }

    public Optional<Failed.Code> demote(String target, Participant by) {
        Optional<Participant> found = people.find(target);
        if (found.isEmpty()) {
            return Optional.of(Failed.Code.NOT_FOUND);
        }
        Participant participant = found.get();
        if (participant.role() == Role.CREATOR || nobodyElseModerates(participant)) {
            return Optional.of(Failed.Code.FORBIDDEN);
        }
        if (participant.moderates()) {
            setRole(
                    participant,
                    Role.PARTICIPANT,
                    () -> journal.did(by, AuditAction.DEMOTE, participant.name()),
                    () -> by.send(new Failed(Failed.Code.FORBIDDEN, "demote")),
                    () -> by.send(new Failed(Failed.Code.INTERNAL, "demote")));
        }
        return Optional.empty();
    }

    /** @param block whether they are kept out from now on */
    public Optional<Failed.Code> remove(String target, boolean block, Participant by) {
        Optional<Participant> found = people.find(target);
        if (found.isEmpty()) {
            return Optional.of(Failed.Code.NOT_FOUND);
        }
        Participant participant = found.get();
        if (participant.role() == Role.CREATOR || participant.person().equals(by.person())) {
            return Optional.of(Failed.Code.FORBIDDEN);
        }
        journal.did(by, block ? AuditAction.REMOVE_AND_BLOCK : AuditAction.REMOVE, participant.name());
        for (Participant device : people.devicesOf(participant)) {
            ledger.keep(
                    () -> {
                        around.attendances().revoke(device.attendance().id());
                        if (block) {
                            around.blocks().block(meeting, device.caller());
                        }
                    },
                    () -> listener.removed(device, Ended.Reason.REMOVED),
                    () -> by.send(new Failed(Failed.Code.INTERNAL, "remove")));
        }
        return Optional.empty();
    }

    public Optional<Failed.Code> endForAll(Participant by) {
        journal.did(by, AuditAction.END_MEETING, null);
        listener.ended();
        return Optional.empty();
    }

    private Optional<Failed.Code> on(String target, AuditAction action, Participant by, Consumer<Participant> effect) {
        Optional<Participant> found = people.find(target);
        if (found.isEmpty()) {
            return Optional.of(Failed.Code.NOT_FOUND);
        }
        journal.did(by, action, found.get().name());
        effect.accept(found.get());
        return Optional.empty();
    }

    private Stream<Participant> everybodyElse(Participant by) {
        return people.in(by.room()).stream().filter(participant -> participant != by && !participant.moderates());
    }

    private void silence(List<Participant> participants, Participant by) {
        participants.forEach(participant -> {
            participant.devices().mute();
            participant.send(new ModerationMessages.Muted(by.id()));
        });
        listener.devicesChanged(participants);
    }

    private void tellStopped(List<Participant> participants, Participant by) {
        participants.forEach(participant -> participant.send(new ModerationMessages.VideoStopped(by.id())));
        listener.devicesChanged(participants);
    }

    /**
     * On all devices of somebody, once it is stored. Others may have left or been demoted by then: who would be the last moderator stays one.
     *
     * @param done called when it holds
     * @param refused called when somebody stays the last moderator
     * @param failed called when it could not be stored
     */
    private void setRole(Participant participant, Role role, Runnable done, Runnable refused, Runnable failed) {
        List<UUID> places = people.devicesOf(participant).stream()
                .map(device -> device.attendance().id())
                .toList();
        ledger.keep(
                () -> places.forEach(place -> around.attendances().setRole(place, role)),
                () -> {
                    if (!role.moderates() && nobodyElseModerates(participant)) {
                        ledger.keep(() ->
                                places.forEach(place -> around.attendances().setRole(place, Role.MODERATOR)));
                        refused.run();
                        return;
                    }
                    for (Participant device : people.devicesOf(participant)) {
                        device.become(device.attendance().withRole(role));
                        listener.roleChanged(device);
                    }
                    done.run();
                },
                failed);
    }

    private boolean nobodyElseModerates(Participant participant) {
        return people.moderators().stream()
                .allMatch(moderator -> moderator.person().equals(participant.person()));
    }
}

package plenum.moderation;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import plenum.audit.AuditAction;
import plenum.conference.Conference;
import plenum.conference.Participant;
import plenum.conference.People;
import plenum.meeting.Role;
import plenum.protocol.Failed;
import plenum.protocol.ModerationMessages;

/**
 * The actions of moderators on participants. Each is one method and one line in the audit log. The creator of a meeting can be neither
 * demoted nor removed. Belongs to the conference's mailbox; an answer that holds a code means that nothing changed.
 */
final class Moderation {
    private final Conference conference;
    private final People people;

    Moderation(Conference conference) {
        this.conference = conference;
        this.people = conference.people();
    }

    /** Nobody hears the participant until they turn their microphone on themselves, if they may. */
    Optional<Failed.Code> mute(String target, Participant by) {
        return on(target, AuditAction.MUTE, by, participant -> silence(List.of(participant), by));
    }

    /** All in the same room but moderators. */
    Optional<Failed.Code> muteAll(Participant by) {
        conference.noted(by, AuditAction.MUTE_ALL, null);
        silence(everybodyElse(by).filter(Participant::maySound).toList(), by);
        return Optional.empty();
    }

    /** Nobody sees the participant's camera or screen until they turn their camera on themselves, if they may. */
    Optional<Failed.Code> stopVideo(String target, Participant by) {
        return on(target, AuditAction.STOP_VIDEO, by, participant -> {
            participant.devices().stopVideo();
            tellStopped(List.of(participant), by);
        });
    }

    /** The cameras of all in the same room but moderators. Screens stay: this is aimed at nobody, and who presents goes on. */
    Optional<Failed.Code> stopAllVideos(Participant by) {
        conference.noted(by, AuditAction.STOP_ALL_VIDEOS, null);
        List<Participant> seen = everybodyElse(by)
                .filter(participant -> participant.devices().camera())
                .toList();
        seen.forEach(participant -> participant.devices().dim());
        tellStopped(seen, by);
        return Optional.empty();
    }

    /** Where participants may not turn their devices on: this one may. */
    Optional<Failed.Code> allowDevices(String target, Participant by) {
        return on(target, AuditAction.ALLOW_DEVICES, by, participant -> {
            participant.devices().allow();
            participant.send(new ModerationMessages.DevicesAllowed(by.id()));
            conference.devicesChanged(List.of(participant));
        });
    }

    Optional<Failed.Code> promote(String target, Participant by) {
        Optional<Participant> found = people.find(target);
        if (found.isEmpty()) {
            return Optional.of(Failed.Code.NOT_FOUND);
        }
        Participant participant = found.get();
        if (!participant.moderates()) {
            conference
                    .roles()
                    .give(
                            participant,
                            Role.MODERATOR,
                            () -> conference.noted(by, AuditAction.PROMOTE, participant.name()),
                            () -> {},
                            () -> by.send(new Failed(Failed.Code.INTERNAL, "promote")));
        }
        return Optional.empty();
    }

    Optional<Failed.Code> demote(String target, Participant by) {
        Optional<Participant> found = people.find(target);
        if (found.isEmpty()) {
            return Optional.of(Failed.Code.NOT_FOUND);
        }
        Participant participant = found.get();
        if (participant.role() == Role.CREATOR || conference.roles().isLastModerator(participant)) {
            return Optional.of(Failed.Code.FORBIDDEN);
        }
        if (participant.moderates()) {
            conference
                    .roles()
                    .give(
                            participant,
                            Role.PARTICIPANT,
                            () -> conference.noted(by, AuditAction.DEMOTE, participant.name()),
                            () -> by.send(new Failed(Failed.Code.FORBIDDEN, "demote")),
                            () -> by.send(new Failed(Failed.Code.INTERNAL, "demote")));
        }
        return Optional.empty();
    }

    /** @param block whether they are kept out from now on */
    Optional<Failed.Code> remove(String target, boolean block, Participant by) {
        Optional<Participant> found = people.find(target);
        if (found.isEmpty()) {
            return Optional.of(Failed.Code.NOT_FOUND);
        }
        Participant participant = found.get();
        if (participant.role() == Role.CREATOR || participant.person().equals(by.person())) {
            return Optional.of(Failed.Code.FORBIDDEN);
        }
        conference.noted(by, block ? AuditAction.REMOVE_AND_BLOCK : AuditAction.REMOVE, participant.name());
        for (Participant device : people.devicesOf(participant)) {
            conference.admissions().remove(device, block, () -> by.send(new Failed(Failed.Code.INTERNAL, "remove")));
        }
        return Optional.empty();
    }

    Optional<Failed.Code> endForAll(Participant by) {
        conference.noted(by, AuditAction.END_MEETING, null);
        conference.departures().endForAll();
        return Optional.empty();
    }

    private Optional<Failed.Code> on(String target, AuditAction action, Participant by, Consumer<Participant> effect) {
        Optional<Participant> found = people.find(target);
        if (found.isEmpty()) {
            return Optional.of(Failed.Code.NOT_FOUND);
        }
        conference.noted(by, action, found.get().name());
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
        conference.devicesChanged(participants);
    }

    private void tellStopped(List<Participant> participants, Participant by) {
        participants.forEach(participant -> participant.send(new ModerationMessages.VideoStopped(by.id())));
        conference.devicesChanged(participants);
    }
}

package plenum.moderation;

import java.time.Duration;
import plenum.audit.AuditAction;
import plenum.conference.Conference;
import plenum.conference.Participant;
import plenum.meeting.Role;

/**
 * Makes the participant who has been here longest a moderator when there is none. Where others decide who enters (lobby, lock, password,
 * waiting for a moderator), a moderator who leaves is succeeded all the same, but nobody becomes moderator there because the server crashed
 * or by a resume token alone. Belongs to the conference's mailbox.
 */
final class Succession {
    private final Conference conference;
    private final Duration grace;
    /** A participant is becoming moderator, and the role is being stored. */
    private boolean underWay;

    private boolean over;

    /** @param grace for how long a moderator may be on the way back after a restart of the server */
    Succession(Conference conference, Duration grace) {
        this.conference = conference;
        this.grace = grace;
    }

    /** @param newcomer whether they came in by the door, and not by a token of theirs */
    void cameIn(Participant participant, boolean newcomer) {
        if (isModerated()) {
            return;
        }
        if (!newcomer) {
            conference.later(grace, this::ifAnybodyMayComeIn);
        } else if (!conference.rules().hasPassword()) {
            ifAnybodyMayComeIn();
        } else if (!conference.rules().othersDecideWhoComesIn()) {
            // of those who are here, only they are sure to know the password
            choose(participant);
        }
    }

    void left(Participant gone) {
        if (gone.moderates()) {
            chooseEldest();
        }
    }

    /** The meeting ends for everybody: those who are still here for a moment need no moderator. */
    void end() {
        over = true;
    }

    private void ifAnybodyMayComeIn() {
        if (!conference.rules().othersDecideWhoComesIn() && !conference.rules().hasPassword()) {
            chooseEldest();
        }
    }

    private void chooseEldest() {
        conference.people().eldest().ifPresent(this::choose);
    }

    private void choose(Participant successor) {
        if (over || underWay || isModerated()) {
            return;
        }
        underWay = true;
        conference
                .roles()
                .give(
                        successor,
                        Role.MODERATOR,
                        () -> {
                            conference.happened(AuditAction.PROMOTE, successor.name());
                            underWay = false;
                            // gone meanwhile
                            if (conference.find(successor.id()).isEmpty()) {
                                chooseEldest();
                            }
                        },
                        () -> {},
                        () -> {
                            underWay = false;
                            conference.later(grace, this::chooseEldest);
                        });
    }

    private boolean isModerated() {
        return !conference.people().moderators().isEmpty();
    }
}

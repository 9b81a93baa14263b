package plenum.door;

import java.util.Optional;
import plenum.conference.Conference;
import plenum.conference.Participant;
import plenum.meeting.MeetingPassword;
import plenum.meeting.PasswordHash;
import plenum.platform.HashingSlots;
import plenum.platform.Mailbox;
import plenum.protocol.Failed;

/** Changes the password of a meeting. Hashing is slow, so it runs beside the conference's mailbox. */
final class Passwords {
    private final Conference conference;
    private final DoorServices around;
    /** One hash after the other, so that the last password wins. */
    private final Mailbox work;

    Passwords(Conference conference, DoorServices around) {
        this.conference = conference;
        this.around = around;
        this.work = new Mailbox("passwords of " + conference.id(), around.threads());
    }

    Optional<Failed.Code> set(Optional<MeetingPassword> typed, Participant by) {
        // taking it away costs nothing, and is never refused
        if (typed.isPresent() && !around.changes().tryTake(conference, by)) {
            return Optional.of(Failed.Code.THROTTLED);
        }
        work.post(() -> {
            Optional<PasswordHash> hash = typed.flatMap(word -> around.hashing().hash(word, HashingSlots.Queue.SOCKET));
            conference.post(() -> {
                if (hash.isPresent() == typed.isPresent()) {
                    conference.rules().setPassword(hash, by);
                } else {
                    by.send(new Failed(Failed.Code.THROTTLED, "set-password"));
                }
            });
        });
        return Optional.empty();
    }
}

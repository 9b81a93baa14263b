package plenum.signaling;

import java.util.Optional;
import plenum.conference.ResumeWindow;
import plenum.meeting.Attendance;
import plenum.meeting.Attendances;
import plenum.meeting.Meeting;
import plenum.meeting.Meetings;
import plenum.protocol.SessionMessages.Join;

/** Recognises people who were admitted before or who created the meeting, by their tokens. Blocks on the database. */
public final class Recognition {
    private final Meetings meetings;
    private final Attendances attendances;
    private final ResumeWindow resumes;

    public Recognition(Meetings meetings, Attendances attendances, ResumeWindow resumes) {
        this.meetings = meetings;
        this.attendances = attendances;
        this.resumes = resumes;
    }

    /** A recognised person, who is asked for no password. */
    sealed interface Known {
        /** Back in a place of theirs. */
        record Back(Attendances.Taken place) implements Known {}

        /**
         * With a link for a second device.
         *
         * @param first the device that made it
         */
        record Device(Attendance first, String token) implements Known {}

        /** The meeting is theirs. */
        record Creator() implements Known {}

        /** Whether they come in through a lock. */
        default boolean passesLock() {
            return !(this instanceof Device(Attendance first, String token))
                    || first.role().moderates();
        }
    }

    Optional<Known> of(Meeting meeting, Visitor visitor, Join join) {
        return back(meeting, join)
                .or(() -> device(meeting, join))
                .or(() -> isCreator(meeting, visitor) ? Optional.of(new Known.Creator()) : Optional.empty());
    }

    private Optional<Known> back(Meeting meeting, Join join) {
        String token = join.resume();
        return token == null
                ? Optional.empty()
                : attendances
                        .byToken(meeting, token, resumes)
                        .map(place -> new Known.Back(new Attendances.Taken(place, token)));
    }

    private Optional<Known> device(Meeting meeting, Join join) {
        String token = join.device();
        return token == null
                ? Optional.empty()
                : attendances.byDeviceLink(meeting, token, resumes).map(first -> new Known.Device(first, token));
    }

    private boolean isCreator(Meeting meeting, Visitor visitor) {
        String token = visitor.creatorTokens().get(meeting.letters().text());
        return token != null && meetings.isCreator(meeting, token);
    }
}

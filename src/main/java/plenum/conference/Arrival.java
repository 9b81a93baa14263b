package plenum.conference;

import plenum.meeting.Attendance;
import plenum.meeting.Caller;
import plenum.protocol.Outbox;

/**
 * A person whose place is stored and who now enters or re-enters the conference. A password, where there is one, has been checked.
 *
 * @param resumeToken their own secret, repeated in the welcome
 * @param link the meeting's link, as this person reaches the server
 */
public record Arrival(
        Attendance attendance,
        String resumeToken,
        String link,
        boolean microphone,
        boolean camera,
        Outbox outbox,
        Caller caller,
        Kind kind) {

    /** How a person arrives. */
    public enum Kind {
        NEWCOMER,
        /** A newcomer from an address that somebody was removed from; a moderator is to have a look. */
        SUSPECT,
        /** With a link that somebody who is in made for a second device of theirs. */
        DEVICE,
        /** With the token of a place they were given before, or as the creator. */
        KNOWN;

        /** Whether they come by the door. */
        public boolean isNew() {
            return this == NEWCOMER || this == SUSPECT;
        }
    }
}

package plenum.web;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plenum.meeting.MeetingCode;
import plenum.meeting.MeetingLetters;
import plenum.meeting.RoomName;

/** Reads what people type or paste to enter a meeting: its code, its link, the letters of the link, or the link of a personal room. */
sealed interface MeetingAddress {

    record ByCode(MeetingCode code) implements MeetingAddress {}

    record ByLetters(MeetingLetters letters) implements MeetingAddress {}

    record ByRoom(RoomName name) implements MeetingAddress {}

    /** The path of a personal room. */
    Pattern ROOM = Pattern.compile("/r/([^/?#\\s]+)");

    /** The path of a meeting's page, wherever the site itself is mounted; what follows the letters is of no interest. */
    Pattern LINK = Pattern.compile("/m/([^/?#\\s]+)");

    /** Longest text that is looked at; a pasted invitation is longer than a link. */
    int LONGEST = 2_000;

    /** Reads any of the forms, and a link inside a pasted invitation. */
    static Optional<MeetingAddress> parse(String typed) {
        if (typed.length() > LONGEST) {
            return Optional.empty();
        }
        Optional<MeetingAddress> code = MeetingCode.parse(typed).map(ByCode::new);
        if (code.isPresent()) {
            return code;
        }
        Matcher link = LINK.matcher(typed);
        if (link.find()) {
            return MeetingLetters.parse(link.group(1)).map(ByLetters::new);
        }
        Matcher room = ROOM.matcher(typed);
        return room.find()
                ? RoomName.parse(room.group(1)).map(ByRoom::new)
                : MeetingLetters.parse(typed).map(ByLetters::new);
    }
}

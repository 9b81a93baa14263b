package plenum.web;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plenum.meeting.MeetingCode;
import plenum.meeting.MeetingLetters;

/** Reads what people type or paste to enter a meeting: its code, its link, or the letters of the link. */
sealed interface MeetingAddress {

    record ByCode(MeetingCode code) implements MeetingAddress {}

    record ByLetters(MeetingLetters letters) implements MeetingAddress {}

    /** The path of a meeting's page, wherever the site itself is mounted; what follows the letters is of no interest. */
    Pattern LINK = Pattern.compile("/m/([^/?#\\s]+)");

    /** Longest text that is looked at; a pasted invitation is longer than a link. */
    int LONGEST = 2_000;

    /** Reads any of the three forms, and a link inside a pasted invitation. */
    static Optional<MeetingAddress> parse(String typed) {
        if (typed.length() > LONGEST) {
            return Optional.empty();
        }
        Optional<MeetingAddress> code = MeetingCode.parse(typed).map(ByCode::new);
        if (code.isPresent()) {
            return code;
        }
        Matcher link = LINK.matcher(typed);
        String letters = link.find() ? link.group(1) : typed;
        return MeetingLetters.parse(letters).map(ByLetters::new);
    }
}

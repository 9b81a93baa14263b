package plenum.meeting;

import java.util.Optional;
import plenum.platform.VisibleLine;

/**
 * The name of a meeting: any text of 1 to 120 characters, as {@link VisibleLine} leaves it.
 *
 * @param text normalised (NFC), without surrounding white space
 */
public record MeetingName(String text) {
    public static final int LONGEST = 120;

    /** Empty when nothing visible is left, or more than 120 characters. */
    public static Optional<MeetingName> parse(String typed) {
        String line = VisibleLine.of(typed);
        return line.isEmpty() || isTooLong(line) ? Optional.empty() : Optional.of(new MeetingName(line));
    }

    /** Whether it is the length alone that {@link #parse} refuses. */
    public static boolean isTooLong(String typed) {
        String line = VisibleLine.of(typed);
        return line.codePointCount(0, line.length()) > LONGEST;
    }

    /** A name from before all this was asked of names; the code where nothing of it can be seen. */
    public static String shown(String stored, MeetingCode code) {
        String line = VisibleLine.of(stored);
        return line.isEmpty() ? code.toString() : line;
    }

    @Override
    public String toString() {
        return text;
    }
}

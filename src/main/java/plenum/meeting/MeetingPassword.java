package plenum.meeting;

import java.text.Normalizer;
import java.util.Optional;

/**
 * A typed password: 6 to 64 characters, without the white space around them. Normalised (NFC), so that the same letters from two keyboards
 * are the same password.
 */
public record MeetingPassword(String text) {
    public static final int SHORTEST = 6;
    public static final int LONGEST = 64;

    /** Empty when it is shorter or longer than a password may be, or contains a control character. */
    public static Optional<MeetingPassword> parse(String typed) {
        String text = Normalizer.normalize(typed, Normalizer.Form.NFC).strip();
        int length = text.codePointCount(0, text.length());
        boolean fits =
                length >= SHORTEST && length <= LONGEST && text.codePoints().noneMatch(Character::isISOControl);
        return fits ? Optional.of(new MeetingPassword(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return "password";
    }
}

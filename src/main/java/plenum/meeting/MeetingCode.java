package plenum.meeting;

import java.util.Optional;

/**
 * The code of a meeting for typing: ten digits, written {@code 001-0002-003}. Unique among the meetings that can be joined, and easy to
 * guess: every look-up by code must be throttled ({@link CodeTries}).
 *
 * @param digits the ten digits
 */
public record MeetingCode(String digits) {

    public MeetingCode {
        if (!isTenDigits(digits)) {
            throw new IllegalArgumentException("a meeting code has ten digits");
        }
    }

    private static boolean isTenDigits(String text) {
        return text.length() == 10 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Reads a code with or without dashes and spaces. */
    public static Optional<MeetingCode> parse(String text) {
        String digits = text.replaceAll("[\\s\\p{Pd}]", "");
        return isTenDigits(digits) ? Optional.of(new MeetingCode(digits)) : Optional.empty();
    }

    /** As people write it: {@code 001-0002-003}. */
    @Override
    public String toString() {
        return digits.substring(0, 3) + "-" + digits.substring(3, 7) + "-" + digits.substring(7);
    }
}

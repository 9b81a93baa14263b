package plenum.meeting;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The secret part of a meeting's link, {@code /m/{letters}}: 18 characters of an alphabet of 32 without look-alikes, which are 90 random
 * bits.
 *
 * @param text 18 characters of {@link #ALPHABET}
 */
public record MeetingLetters(String text) {
    static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 18;

    public MeetingLetters {
        if (!isValid(text)) {
            throw new IllegalArgumentException("not the letters of a meeting");
        }
    }

    /** Draws new letters; {@code random} must be cryptographically strong. */
    public static MeetingLetters draw(RandomGenerator random) {
        StringBuilder text = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new MeetingLetters(text.toString());
    }

    /** Reads letters, in any case and with surrounding white space. */
    public static Optional<MeetingLetters> parse(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        return isValid(lower) ? Optional.of(new MeetingLetters(lower)) : Optional.empty();
    }

    private static boolean isValid(String text) {
        return text.length() == LENGTH && text.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
    }

    @Override
    public String toString() {
        return text;
    }
}

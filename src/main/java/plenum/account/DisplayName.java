package plenum.account;

import java.util.Optional;
import plenum.platform.VisibleLine;

/**
 * The name of a participant as others see it: any text of 1 to 80 characters, as {@link VisibleLine} leaves it. Two people may have the
 * same.
 *
 * @param text normalised (NFC), without surrounding white space
 */
public record DisplayName(String text) {
    private static final int LONGEST = 80;

    /** Empty when nothing visible is left, or more than 80 characters. */
    public static Optional<DisplayName> parse(String text) {
        String name = VisibleLine.of(text);
        return !name.isEmpty() && name.codePointCount(0, name.length()) <= LONGEST
                ? Optional.of(new DisplayName(name))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return text;
    }
}

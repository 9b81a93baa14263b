package plenum.account;

import java.text.Normalizer;
import java.util.Optional;

/**
 * What others see of a guest: any text of 1 to 80 characters; two people may have the same. Control characters and those that turn the
 * direction of the text around it are gone, so that a name cannot spoil the line it stands in.
 *
 * @param text normalised (NFC), without surrounding white space
 */
public record DisplayName(String text) {
    private static final int LONGEST = 80;

    /** Empty when nothing visible is left, or more than 80 characters. */
    public static Optional<DisplayName> parse(String text) {
        StringBuilder kept = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .filter(DisplayName::isKept)
                .forEach(c -> kept.appendCodePoint(Character.isWhitespace(c) || Character.isSpaceChar(c) ? ' ' : c));
        String name = kept.toString().strip().replaceAll(" +", " ");
        boolean visible = name.codePoints().anyMatch(c -> Character.getType(c) != Character.FORMAT && c != ' ');
        return visible && name.codePointCount(0, name.length()) <= LONGEST
                ? Optional.of(new DisplayName(name))
                : Optional.empty();
    }

    private static boolean isKept(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> Character.isWhitespace(c);
            case Character.SURROGATE, Character.UNASSIGNED -> false;
            // zero-width joiners make emoji and Indic letters; all other format characters only hide or reorder
            case Character.FORMAT -> c == 0x200C || c == 0x200D;
            default -> true;
        };
    }

    @Override
    public String toString() {
        return text;
    }
}

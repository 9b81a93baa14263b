package plenum.platform;

import java.text.Normalizer;

/**
 * A text that people chose, such as a name, made safe to stand in a line of ours: characters that only hide or reorder other text are
 * removed (Unicode Technical Report 36, section 2.9).
 */
public final class VisibleLine {
    private VisibleLine() {}

    /**
     * The text normalised (NFC), without control and format characters, such as those that turn the direction of text around them or have no
     * width; each run of white space is one space, and none is around it. Empty when nothing is left.
     */
    public static String of(String text) {
        StringBuilder kept = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .filter(VisibleLine::isKept)
                .forEach(c -> kept.appendCodePoint(isSpace(c) ? ' ' : c));
        String line = kept.toString().strip().replaceAll(" +", " ");
        boolean visible = line.codePoints().anyMatch(c -> Character.getType(c) != Character.FORMAT && c != ' ');
        return visible ? line : "";
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
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
}

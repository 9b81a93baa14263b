package plenum.chat;

import java.text.Normalizer;
import java.util.Optional;

/**
 * The text of a chat message after checking: without control characters and without bidirectional formatting characters (Unicode Standard
 * Annex 9), so that it cannot disguise a link or reorder the text beside it. Line breaks and joiners stay.
 */
public final class ChatText {
    private ChatText() {}

    /** Several lines; empty when nothing visible is left. */
    public static Optional<String> parse(String text) {
        return visible(cleaned(text.replace("\r\n", "\n").replace('\r', '\n')).strip());
    }

    /** One line, as of a question; empty when nothing visible is left. */
    public static Optional<String> parseLine(String text) {
        return visible(cleaned(text).replaceAll("\\s+", " ").strip());
    }

    private static String cleaned(String text) {
        StringBuilder kept = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .filter(ChatText::isKept)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static Optional<String> visible(String text) {
        boolean visible =
                text.codePoints().anyMatch(c -> !Character.isWhitespace(c) && Character.getType(c) != Character.FORMAT);
        return visible ? Optional.of(text) : Optional.empty();
    }

    private static boolean isKept(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c == '\n' || c == '\t';
            case Character.SURROGATE -> false;
            // embeddings, overrides and isolates
            case Character.FORMAT -> !((c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069));
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}

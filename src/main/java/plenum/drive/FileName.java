package plenum.drive;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import plenum.platform.VisibleLine;

/**
 * The name of a file or folder: what people see and nothing more. It is never part of a path on a server of ours.
 *
 * @param text one visible line, no slash or backslash, at most 255 bytes
 */
public record FileName(String text) {
    static final int MOST_BYTES = 255;

    private static final int LONGEST_ENDING = 12;

    /** Empty when nothing of it can be a name. Of a path, its last part; what is too long is cut before its ending. */
    public static Optional<FileName> parse(String typed) {
        String line = VisibleLine.of(typed.length() > 4096 ? typed.substring(typed.length() - 4096) : typed);
        String name = line.substring(Math.max(line.lastIndexOf('/'), line.lastIndexOf('\\')) + 1)
                .strip();
        return name.isEmpty() || name.matches("\\.+") ? Optional.empty() : Optional.of(new FileName(name).cut());
    }

    /** The same with a number: {@code report (2).pdf}. */
    public FileName numbered(int number) {
        String end = " (" + number + ")" + ending();
        return new FileName(cut(stem(), MOST_BYTES - bytes(end)) + end);
    }

    /** With the dot; empty when there is none. */
    public String ending() {
        int dot = text.lastIndexOf('.');
        return dot > 0 && text.length() - dot <= LONGEST_ENDING ? text.substring(dot) : "";
    }

    private FileName cut() {
        String ending = ending();
        return new FileName(cut(stem(), MOST_BYTES - bytes(ending)) + ending);
    }

    private String stem() {
        return text.substring(0, text.length() - ending().length());
    }

    /** The beginning that has no more bytes. */
    private static String cut(String text, int most) {
        String shorter = text;
        while (bytes(shorter) > most) {
            shorter = shorter.substring(0, shorter.offsetByCodePoints(shorter.length(), -1));
        }
        return shorter;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}

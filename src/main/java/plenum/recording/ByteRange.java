package plenum.recording;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a file, as a player asks for it.
 *
 * @param to the byte after the last one
 */
record ByteRange(long from, long to) {
    private static final Pattern FORM = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    long length() {
        return to - from;
    }

    /** One range; empty when it is none, or lies behind the end. */
    static Optional<ByteRange> parse(String header, long size) {
        Matcher found = FORM.matcher(header.strip());
        if (!found.matches() || found.group(1).isEmpty() && found.group(2).isEmpty()) {
            return Optional.empty();
        }
        boolean fromEnd = found.group(1).isEmpty();
        long second = found.group(2).isEmpty() ? size - 1 : Long.parseLong(found.group(2));
        long from = fromEnd ? Math.max(0, size - second) : Long.parseLong(found.group(1));
        long last = fromEnd ? size - 1 : Math.min(second, size - 1);
        return from > last ? Optional.empty() : Optional.of(new ByteRange(from, last + 1));
    }
}

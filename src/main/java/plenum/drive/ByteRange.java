package plenum.drive;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of a file that is asked for (RFC 9110 section 14.1.2).
 *
 * @param last of the bytes, included
 */
record ByteRange(long first, long last) {
    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /** What came of a {@code Range} header. */
    sealed interface Asked {
        /** The whole: nothing was asked for, or something that we do not give, such as several ranges. */
        record Whole() implements Asked {}

        record Part(ByteRange range) implements Asked {}

        /** It begins after the end. */
        record Nothing() implements Asked {}
    }

    static Asked parse(@Nullable String header, long size) {
        Matcher range = ONE.matcher(header == null ? "" : header.strip());
        if (!range.matches() || range.group(1).isEmpty() && range.group(2).isEmpty()) {
            return new Asked.Whole();
        }
        Optional<Long> first = number(range.group(1));
        Optional<Long> last = number(range.group(2));
        if (first.isEmpty()) {
            long count = last.orElseThrow();
            return count == 0 || size == 0
                    ? new Asked.Nothing()
                    : new Asked.Part(new ByteRange(Math.max(0, size - count), size - 1));
        }
        if (last.isPresent() && last.get() < first.get()) {
            return new Asked.Whole();
        }
        return first.get() >= size
                ? new Asked.Nothing()
                : new Asked.Part(new ByteRange(first.get(), Math.min(last.orElse(size - 1), size - 1)));
    }

    private static Optional<Long> number(String digits) {
        return digits.isEmpty() ? Optional.empty() : Optional.of(Long.valueOf(digits));
    }

    long length() {
        return last - first + 1;
    }
}

package plenum.mediaserver.bench;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How long a Java process stood still, each time that it did, in nanoseconds and in order. */
public record Pauses(List<Long> nanos) {
    private static final Pattern SAFEPOINT = Pattern.compile("Safepoint \".*\\bTotal:\\s*(\\d+) ns");

    public Pauses {
        nanos = List.copyOf(nanos);
    }

    /** Those in the lines of HotSpot's log (tag {@code safepoint}, level info). */
    static Pauses in(Stream<String> log) {
        return new Pauses(log.map(SAFEPOINT::matcher)
                .filter(Matcher::find)
                .map(match -> Long.valueOf(match.group(1)))
                .toList());
    }

    /** Those that came after {@code earlier}, which is the beginning of this. */
    Pauses since(Pauses earlier) {
        return new Pauses(nanos.subList(Math.min(earlier.nanos.size(), nanos.size()), nanos.size()));
    }

    int count() {
        return nanos.size();
    }

    /** The pause in milliseconds that {@code quantile} of them do not exceed; NaN without any. */
    double millisAt(double quantile) {
        if (nanos.isEmpty()) {
            return Double.NaN;
        }
        int rank = Math.max(1, (int) Math.ceil(quantile * nanos.size()));
        return nanos.stream().sorted().skip(rank - 1L).findFirst().orElseThrow() / 1e6;
    }
}

package plenum.protocol;

import java.util.Map;

/** How long and how large the components of a message may be, by their names; the same name means the same thing everywhere. */
final class WireLimits {
    /** Longest frame in characters: an SDP offer and its envelope. */
    static final int FRAME = 96 * 1024;

    static final int LIST = 64;
    static final int DEPTH = 6;

    private static final int ID = 64;
    private static final Map<String, Integer> TEXT = Map.of(
            "name",
            80,
            "names",
            80,
            "offer",
            64 * 1024,
            "candidate",
            1024,
            "mid",
            64,
            "text",
            4000,
            "question",
            300,
            "options",
            120);
    private static final Map<String, Range> NUMBERS = Map.of(
            "slot", new Range(0, 63),
            "line", new Range(0, 63),
            "level", new Range(0, 100),
            "choices", new Range(0, 63),
            "height", new Range(0, 8640),
            "seconds", new Range(1, 86_400));

    private WireLimits() {}

    static int text(String component) {
        return TEXT.getOrDefault(component, ID);
    }

    static boolean allows(String component, long number) {
        Range range = NUMBERS.get(component);
        return range == null || (number >= range.least && number <= range.most);
    }

    private record Range(long least, long most) {}
}

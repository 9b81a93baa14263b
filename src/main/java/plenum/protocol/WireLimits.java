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
    private static final Map<String, Range> NUMBERS = Map.ofEntries(
            Map.entry("slot", new Range(0, 63)),
            Map.entry("line", new Range(0, 63)),
            Map.entry("level", new Range(0, 100)),
            Map.entry("choices", new Range(0, 63)),
            Map.entry("height", new Range(0, 8640)),
            Map.entry("seconds", new Range(1, 86_400)),
            Map.entry("roundTrip", new Range(0, 60_000)),
            Map.entry("lostUp", new Range(0, 1000)),
            Map.entry("lostDown", new Range(0, 1000)),
            Map.entry("up", new Range(0, 1_000_000)),
            Map.entry("down", new Range(0, 1_000_000)));

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

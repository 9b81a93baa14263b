package plenum.calendar;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The colour of an event in files: the nearest name of CSS (RFC 7986 section 5.9). */
final class EventColours {
    static final String PROPERTY = "COLOR";

    private static final Map<Calendar.Colour, String> NAMES = Map.of(
            Calendar.Colour.TEAL, "teal",
            Calendar.Colour.BLUE, "royalblue",
            Calendar.Colour.VIOLET, "blueviolet",
            Calendar.Colour.ROSE, "crimson",
            Calendar.Colour.AMBER, "darkgoldenrod",
            Calendar.Colour.GREEN, "green");
    private static final Map<String, Calendar.Colour> COLOURS =
            NAMES.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));

    private EventColours() {}

    static String name(Calendar.Colour colour) {
        return NAMES.getOrDefault(colour, "teal");
    }

    /** Empty for colours that are not among ours: the calendar's is shown. */
    static Optional<Calendar.Colour> read(String name) {
        return Optional.ofNullable(COLOURS.get(name.strip().toLowerCase(Locale.ROOT)));
    }
}

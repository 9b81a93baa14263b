package plenum.account;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The time zones that people can choose: regions of the tz database, which include summer time. */
public final class TimeZones {
    private static final int LONGEST = 60;
    private static final List<String> ALL = ZoneId.getAvailableZoneIds().stream()
            .filter(id ->
                    id.matches("(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+|UTC"))
            .sorted()
            .toList();

    private TimeZones() {}

    /** All, and the one that somebody has, which may go by another name. */
    public static List<String> with(ZoneId chosen) {
        return ALL.contains(chosen.getId())
                ? ALL
                : Stream.concat(Stream.of(chosen.getId()), ALL.stream()).toList();
    }

    /** The name that browsers know a zone by: Java's for UTC is a letter, which they refuse. */
    public static String name(ZoneId zone) {
        return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
    }

    /** The zone that a browser or a form names; UTC when it names none. */
    public static ZoneId parse(@Nullable String text) {
        try {
            return text != null
                            && text.length() <= LONGEST
                            && ZoneId.getAvailableZoneIds().contains(text)
                    ? ZoneId.of(text)
                    : ZoneOffset.UTC;
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }
}

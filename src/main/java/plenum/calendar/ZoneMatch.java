package plenum.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.TimeZone;
import net.fortuna.ical4j.model.component.VTimeZone;

/** Which zone a file means that describes one under a name of its own, such as "Canberra, Melbourne, Sydney": one whose clocks go alike. */
final class ZoneMatch {
    private static final int LOOKS = 26;
    private static final int DAYS_BETWEEN = 14;

    private ZoneMatch() {}

    /**
     * The zone that fits best in a year.
     *
     * @param usual comes first among those that fit alike
     */
    static ZoneId of(VTimeZone described, int year, ZoneId usual) {
        try {
            TimeZone theirs = new TimeZone(described);
            List<Instant> looks = IntStream.range(0, LOOKS)
                    .mapToObj(look -> LocalDate.ofYearDay(year, 1)
                            .plusDays((long) DAYS_BETWEEN * look)
                            .atTime(12, 0)
                            .toInstant(ZoneOffset.UTC))
                    .toList();
            ZoneId best = usual;
            long fewest = Long.MAX_VALUE;
            for (ZoneId zone :
                    Stream.concat(Stream.of(usual), ZoneNames.known()).toList()) {
                long others = looks.stream()
                        .filter(at -> theirs.getOffset(at.toEpochMilli())
                                != zone.getRules().getOffset(at).getTotalSeconds() * 1000)
                        .count();
                if (others < fewest) {
                    fewest = others;
                    best = zone;
                }
            }
            return best;
        } catch (RuntimeException e) {
            return usual; // a description that cannot be read, as if there were none
        }
    }
}

package plenum.composer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects times without media by person: the end of a track, what is between two and the beginning of the next are one gap. */
final class Gaps {
    /** Shorter ones are no gaps. */
    static final long LONGEST_MILLIS = 2_000;

    /** Recorders end and begin a little apart from what the timeline says. */
    private static final long NEAR_MILLIS = 500;

    private final long begin;
    private final Map<String, List<Reports.Gap>> byPerson = new LinkedHashMap<>();

    /** @param begin of the film, in milliseconds since 1970 */
    Gaps(long begin) {
        this.begin = begin;
    }

    /** Times are milliseconds since 1970; what is before the film, and what is none, is left out. */
    void add(String person, long from, long to) {
        long first = Math.max(0, from - begin);
        if (to - begin > first) {
            byPerson.computeIfAbsent(person, unseen -> new ArrayList<>())
                    .add(new Reports.Gap(person, first, to - begin));
        }
    }

    /** The long ones, in their order. */
    List<Reports.Gap> found() {
        return byPerson.values().stream()
                .flatMap(gaps -> joined(gaps).stream())
                .filter(gap -> gap.to() - gap.from() > LONGEST_MILLIS)
                .sorted(Comparator.comparingLong(Reports.Gap::from))
                .toList();
    }

    private static List<Reports.Gap> joined(List<Reports.Gap> gaps) {
        List<Reports.Gap> joined = new ArrayList<>();
        for (Reports.Gap gap : gaps.stream()
                .sorted(Comparator.comparingLong(Reports.Gap::from))
                .toList()) {
            Reports.Gap last = joined.isEmpty() ? null : joined.getLast();
            if (last != null && gap.from() <= last.to() + NEAR_MILLIS) {
                joined.removeLast();
                joined.add(new Reports.Gap(last.person(), last.from(), Math.max(last.to(), gap.to())));
            } else {
                joined.add(gap);
            }
        }
        return joined;
    }
}

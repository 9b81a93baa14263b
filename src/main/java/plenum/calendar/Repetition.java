package plenum.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.fortuna.ical4j.model.Recur;

/**
 * How an event is repeated (RFC 5545 section 3.3.10), in the local time of its zone.
 *
 * @param rule as in an {@code RRULE}, its {@code UNTIL} in local time
 * @param except local starts that are left out
 */
public record Repetition(String rule, Set<LocalDateTime> except) {
    private static final Pattern FORM = Pattern.compile(
            "FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(;[A-Z]+=[A-Z0-9,+-]+)*(;UNTIL=[0-9TZ]+)?(;[A-Z]+=[A-Z0-9,+-]+)*");
    private static final Pattern UNTIL = Pattern.compile("UNTIL=(\\d{8})(?:T(\\d{6})(Z?))?");
    private static final Pattern COUNT = Pattern.compile(";COUNT=(\\d+)");
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);
    private static final int LONGEST = 300;
    private static final int MOST_EXCEPTIONS = 2000;
    /** Starts that are looked at in one question. */
    private static final int MOST = 5000;
    /** Nobody plans beyond this; an end that lies later counts as none. */
    private static final int YEARS = 50;

    public Repetition {
        except = Set.copyOf(except);
        if (except.size() > MOST_EXCEPTIONS) {
            throw new IllegalArgumentException("too many exceptions");
        }
    }

    /**
     * Reads a rule as it comes from a form or a file.
     *
     * @param zone of the event, for an end that is given in UTC
     * @return empty when it is no rule that is understood; seconds, minutes and hours repeat nothing here
     */
    public static Optional<Repetition> parse(String text, ZoneId zone) {
        String rule = text.strip().toUpperCase(Locale.ROOT);
        if (rule.length() > LONGEST || !FORM.matcher(rule).matches()) {
            return Optional.empty();
        }
        try {
            String local = UNTIL.matcher(rule)
                    .replaceAll(found ->
                            "UNTIL=" + local(found.group(1), found.group(2), "Z".equals(found.group(3)), zone));
            recur(local);
            return Optional.of(new Repetition(local, Set.of()));
        } catch (RuntimeException e) {
            return Optional.empty(); // ical4j throws several kinds for what is no rule
        }
    }

    private static String local(String day, String time, boolean utc, ZoneId zone) {
        if (time == null) {
            return day + "T235959";
        }
        LocalDateTime end = LocalDateTime.parse(day + "T" + time, STAMP);
        return (utc ? end.atOffset(ZoneOffset.UTC).atZoneSameInstant(zone).toLocalDateTime() : end).format(STAMP);
    }

    /** As it stands in a file: an end in UTC, as RFC 5545 wants it beside a start with a zone. */
    public String inUtc(ZoneId zone) {
        Matcher until = UNTIL.matcher(rule);
        return until.replaceAll(found -> "UNTIL="
                + LocalDateTime.parse(found.group(1) + "T" + found.group(2), STAMP)
                        .atZone(zone)
                        .withZoneSameInstant(ZoneOffset.UTC)
                        .format(STAMP)
                + "Z");
    }

    /** Without exceptions. */
    Repetition bare() {
        return new Repetition(rule, Set.of());
    }

    public Repetition without(LocalDateTime start) {
        return without(Set.of(start));
    }

    public Repetition without(Set<LocalDateTime> starts) {
        Set<LocalDateTime> more = new HashSet<>(except);
        more.addAll(starts);
        return new Repetition(rule, more);
    }

    /** The same rule, over before this. */
    public Repetition endingBefore(LocalDateTime start) {
        return new Repetition(withoutEnd() + ";UNTIL=" + start.minusSeconds(1).format(STAMP), except);
    }

    /** The same rule for what is left of it from one of its starts on: of a number of times, those before have been. */
    Repetition from(EventTime first, LocalDateTime start) {
        Matcher count = COUNT.matcher(rule);
        if (!count.find()) {
            return this;
        }
        long before = recur(rule).getDates(first.start(), first.start(), start.minusSeconds(1), MOST).stream()
                .filter(other -> other.isBefore(start))
                .count();
        return new Repetition(
                count.replaceFirst(";COUNT=" + Math.max(1, Integer.parseInt(count.group(1)) - before)), except);
    }

    /** Whether both are over after the same number of times. */
    boolean hasCountOf(Repetition other) {
        Matcher mine = COUNT.matcher(rule);
        Matcher theirs = COUNT.matcher(other.rule);
        return mine.find() && theirs.find() && mine.group().equals(theirs.group());
    }

    /** Whether it repeats in the same way, for however long. */
    boolean isPatternOf(Repetition other) {
        return withoutEnd().equals(other.withoutEnd());
    }

    private String withoutEnd() {
        return rule.replaceAll(";(UNTIL|COUNT)=[^;]*", "");
    }

    /** Whether something takes place before a time. */
    boolean hasBefore(EventTime first, LocalDateTime start) {
        return !dates(first.start(), first.start(), start.minusSeconds(1), 1).isEmpty();
    }

    /** Whether a series that begins at a time has this start. */
    boolean hasStart(EventTime first, LocalDateTime start) {
        return dates(first.start(), start, start.plusSeconds(1)).contains(start);
    }

    /** The time itself, or the next one that the rule has: whoever plans a meeting for Mondays on a Wednesday means the next Monday. */
    EventTime firstOf(EventTime time) {
        LocalDateTime start = time.start();
        return dates(start, start, start.plusYears(YEARS), 1).stream()
                .findFirst()
                .map(time::at)
                .orElse(time);
    }

    /** Local starts of those that take place in a span, at least in part. */
    public List<LocalDateTime> starts(EventTime first, EventTime.Interval span) {
        LocalDateTime from =
                local(span.start(), first.zone()).minus(first.length()).minusHours(2);
        LocalDateTime to = local(span.end(), first.zone()).plusHours(2);
        if (to.isBefore(first.start())) {
            return List.of();
        }
        LocalDateTime begin = from.isBefore(first.start()) ? first.start() : from;
        return dates(first.start(), begin, to).stream()
                .filter(start -> first.at(start).interval().overlaps(span))
                .toList();
    }

    /** When the last one ends, at the latest; empty when it goes on for longer than anybody plans. */
    public Optional<Instant> end(EventTime first) {
        Matcher until = UNTIL.matcher(rule);
        if (until.find()) {
            LocalDateTime last = LocalDateTime.parse(until.group(1) + "T" + until.group(2), STAMP);
            LocalDateTime latest = last.isBefore(first.start()) ? first.start() : last;
            EventTime end = first.at(first.wholeDays() ? latest.toLocalDate().atStartOfDay() : latest);
            return last.isAfter(first.start().plusYears(YEARS))
                    ? Optional.empty()
                    : Optional.of(end.interval().end());
        }
        if (!rule.contains("COUNT=")) {
            return Optional.empty();
        }
        List<LocalDateTime> all =
                dates(first.start(), first.start(), first.start().plusYears(YEARS));
        if (all.size() + except.size() >= MOST) {
            return Optional.empty();
        }
        return all.isEmpty()
                ? Optional.of(first.interval().end())
                : Optional.of(first.at(all.getLast()).interval().end());
    }

    private List<LocalDateTime> dates(LocalDateTime first, LocalDateTime from, LocalDateTime to) {
        return dates(first, from, to, MOST);
    }

    private List<LocalDateTime> dates(LocalDateTime first, LocalDateTime from, LocalDateTime to, int most) {
        List<LocalDateTime> all = WeeklyRule.of(rule)
                .map(weekly -> weekly.starts(first, from, to, most))
                .orElseGet(() -> recur(rule).getDates(first, from, to, most));
        return all.stream().filter(start -> !except.contains(start)).toList();
    }

    private static Recur<LocalDateTime> recur(String rule) {
        return new Recur<>(rule);
    }

    private static LocalDateTime local(Instant instant, ZoneId zone) {
        return instant.atZone(zone).toLocalDateTime();
    }
}

package plenum.bench.calendar;

import java.io.IOException;
import java.io.PrintStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plenum.bench.console.ConsoleClient;
import plenum.mediaserver.bench.BenchFailure;
import plenum.mediaserver.bench.Report;

/** Asks for a month that is full, and for the next free time of many people, and notes how long the whole answer took. */
final class CalendarRun {
    private static final int WARM_UP = 10;
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Pattern SLOT = Pattern.compile("class=\"[^\"]*\\bslot\\b");
    private static final Pattern EVENT = Pattern.compile("\"id\":");

    private final ConsoleClient client;
    private final int rounds;
    private final PrintStream out;
    private final Report report = new Report();

    CalendarRun(ConsoleClient client, int rounds, PrintStream out) {
        this.client = client;
        this.rounds = rounds;
        this.out = out;
    }

    Report measure(int people, int events) throws IOException, InterruptedException, BenchFailure {
        client.open("/calendar");
        LocalDate first = LocalDate.now(ZONE).withDayOfMonth(1);
        String month = client.ask(month(first));
        report.with("eventsOfMonth", count(EVENT, month));
        if (count(EVENT, month) < events) {
            throw new BenchFailure("the month has " + count(EVENT, month) + " events");
        }
        time("month", month(first));
        client.ask(form("calendar", "calendar:new", "calendar:new", "event"));
        Map<String, String> invite =
                form("event", "event:add-guest", "event:add-guest event:guest", "event:guest-list");
        invite.put("event:guest_input", "Everybody of the bench");
        invite.put("event:guest_hinput", "Everybody of the bench");
        String invited = client.ask(invite);
        if (!invited.contains("Person " + people)) {
            throw new BenchFailure("the group was not invited");
        }
        LocalDateTime at = LocalDate.now(ZONE).plusDays(1).atTime(9, 0);
        Map<String, String> find =
                form("event", "event:find", "event:find event:start event:end event:whole", "event:slots");
        find.put("event:start", at.toString());
        find.put("event:end", at.plusHours(1).toString());
        String found = client.ask(find);
        report.with("slotsFound", count(SLOT, found));
        if (count(SLOT, found) == 0) {
            throw new BenchFailure("no time was found");
        }
        time("freeSlot", find);
        return report;
    }

    private static int count(Pattern what, String text) {
        Matcher found = what.matcher(text);
        int count = 0;
        while (found.find()) {
            count++;
        }
        return count;
    }

    private void time(String what, Map<String, String> values) throws IOException, InterruptedException, BenchFailure {
        double[] millis = new double[rounds];
        for (int round = -WARM_UP; round < rounds; round++) {
            long began = System.nanoTime();
            client.ask(values);
            if (round >= 0) {
                millis[round] = (System.nanoTime() - began) / 1e6;
            }
        }
        Arrays.sort(millis);
        double median = millis[rounds / 2];
        double high = millis[Math.max(0, (int) Math.ceil(0.95 * rounds) - 1)];
        report.with(what + "MillisP50", median).with(what + "MillisP95", high);
        out.printf("%-24s %6.1f ms, p95 %6.1f ms%n", what, median, high);
    }

    private static Map<String, String> month(LocalDate first) {
        Map<String, String> values = form("view", "view:schedule", "view:schedule", "view:schedule");
        values.put("view:schedule_event", "true");
        values.put(
                "view:schedule_start",
                first.minusDays(6).atStartOfDay().toInstant(ZoneOffset.UTC).toString());
        values.put(
                "view:schedule_end",
                first.plusDays(36).atStartOfDay().toInstant(ZoneOffset.UTC).toString());
        return values;
    }

    private static Map<String, String> form(String form, String source, String execute, String render) {
        return new HashMap<>(Map.of(
                form,
                form,
                "jakarta.faces.source",
                source,
                source,
                source,
                "jakarta.faces.partial.execute",
                execute,
                "jakarta.faces.partial.render",
                render));
    }
}

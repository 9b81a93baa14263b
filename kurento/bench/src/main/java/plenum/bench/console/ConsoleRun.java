package plenum.bench.console;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import plenum.mediaserver.bench.BenchFailure;
import plenum.mediaserver.bench.Report;

/** Opens each table, turns its pages, sorts, filters and searches it, and notes how long the whole answer took. */
final class ConsoleRun {
    private static final int WARM_UP = 10;
    private static final Pattern SORTABLE = Pattern.compile("<th id=\"([^\"]+)\"[^>]*ui-sortable-column");

    private final ConsoleClient client;
    private final int rounds;
    private final int users;
    private final PrintStream out;
    private final Report report = new Report();

    ConsoleRun(ConsoleClient client, int rounds, int users, PrintStream out) {
        this.client = client;
        this.rounds = rounds;
        this.users = users;
        this.out = out;
    }

    /** One request, as the number of its round wants it. */
    private interface Request {
        void send(int round) throws IOException, InterruptedException, BenchFailure;
    }

    Report measure() throws IOException, InterruptedException, BenchFailure {
        usersPage();
        auditPage();
        for (String page : List.of("", "/groups", "/invitations", "/mail", "/jobs", "/storage", "/recordings")) {
            time(
                    (page.isEmpty() ? "overview" : page.substring(1)) + "First",
                    round -> client.open("/admin" + (page.isEmpty() ? "/" : page)));
        }
        return report;
    }

    private void usersPage() throws IOException, InterruptedException, BenchFailure {
        time("usersFirst", round -> client.open("/admin/users"));
        String page = client.open("/admin/users");
        List<String> columns = sortable(page);
        if (columns.isEmpty()) {
            throw new BenchFailure("the table of users cannot be sorted");
        }
        time("usersNext", round -> client.ask(turn("users", 25 * (1 + round), 25)));
        time("usersLast", round -> client.ask(turn("users", users - 25, 25)));
        for (int column = 0; column < columns.size(); column++) {
            String key = columns.get(column);
            time("usersSort" + (column + 1), round -> client.ask(sort("users", key, round % 2 == 0)));
        }
        time(
                "usersSearchFrequent",
                round -> client.ask(
                        search("users", List.of("ada", "bruno", "example").get(round % 3))));
        time("usersSearchRare", round -> client.ask(search("users", "family" + (100 + round))));
        time("usersFilter", round -> client.ask(choose("users", "role", round % 2 == 0 ? "EXTERNAL" : "ADMIN")));
        time("usersFilterState", round -> client.ask(choose("users", "state", round % 2 == 0 ? "DISABLED" : "ACTIVE")));
    }

    private void auditPage() throws IOException, InterruptedException, BenchFailure {
        time("auditFirst", round -> client.open("/admin/audit"));
        client.open("/admin/audit");
        time("auditNext", round -> client.ask(turn("audit", 50 * (1 + round), 50)));
        time("auditLast", round -> client.ask(turn("audit", 9_950, 50)));
        time("auditSearchFrequent", round -> client.ask(search("audit", "admin " + round % 97)));
        time("auditSearchRare", round -> client.ask(search("audit", "person" + (1000 + round))));
        time("auditSearchAll", round -> client.ask(search("audit", "example")));
        time("auditFilter", round -> client.ask(choose("audit", "action", round % 2 == 0 ? "MUTE" : "BRAND_SET")));
        time("auditDays", round -> client.ask(days("audit", round)));
    }

    private void time(String what, Request request) throws IOException, InterruptedException, BenchFailure {
        double[] millis = new double[rounds];
        for (int round = -WARM_UP; round < rounds; round++) {
            long began = System.nanoTime();
            request.send(Math.floorMod(round, rounds));
            if (round >= 0) {
                millis[round] = (System.nanoTime() - began) / 1e6;
            }
        }
        Arrays.sort(millis);
        report.with(what + "MillisP50", at(millis, 0.5)).with(what + "MillisP95", at(millis, 0.95));
        out.printf("%-24s %6.1f ms, p95 %6.1f ms%n", what, at(millis, 0.5), at(millis, 0.95));
    }

    /** The value that a share of the sorted ones does not exceed. */
    static double at(double[] sorted, double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }

    /** Ids of the columns that a table can be sorted by. */
    static List<String> sortable(String page) {
        return SORTABLE.matcher(page)
                .results()
                .map((var found) -> found.group(1))
                .toList();
    }

    private static Map<String, String> part(String form) {
        String table = form + ":table";
        return new HashMap<>(Map.of(
                form,
                form,
                "jakarta.faces.source",
                table,
                "jakarta.faces.partial.execute",
                table,
                "jakarta.faces.partial.render",
                table,
                table,
                table));
    }

    private static Map<String, String> turn(String form, int first, int rows) {
        Map<String, String> values = part(form);
        values.put(form + ":table_pagination", "true");
        values.put(form + ":table_first", Integer.toString(first));
        values.put(form + ":table_rows", Integer.toString(rows));
        values.put(form + ":table_skipChildren", "true");
        values.put(form + ":table_encodeFeature", "true");
        return values;
    }

    private static Map<String, String> sort(String form, String column, boolean up) {
        Map<String, String> values = part(form);
        values.put(form + ":table_sorting", "true");
        values.put(form + ":table_skipChildren", "true");
        values.put(form + ":table_encodeFeature", "true");
        values.put(form + ":table_sortKey", column);
        values.put(form + ":table_sortDir", up ? "1" : "-1");
        return values;
    }

    private static Map<String, String> search(String form, String words) {
        return event(form, "words", "input", Map.of(form + ":words", words));
    }

    /** A choice stands alone: words that were searched before are taken out. */
    private static Map<String, String> choose(String form, String field, String value) {
        return event(form, field, "valueChange", Map.of(form + ":" + field, value, form + ":words", ""));
    }

    private static Map<String, String> days(String form, int round) {
        String day = java.time.LocalDate.now(java.time.ZoneId.of("UTC"))
                .minusDays(10L + round)
                .toString();
        return event(form, "to", "change", Map.of(form + ":to", day, form + ":words", ""));
    }

    private static Map<String, String> event(String form, String field, String event, Map<String, String> fields) {
        Map<String, String> values = new HashMap<>(fields);
        values.put(form, form);
        values.put("jakarta.faces.source", form + ":" + field);
        values.put("jakarta.faces.partial.event", event.equals("valueChange") ? "change" : event);
        values.put("jakarta.faces.behavior.event", event);
        values.put("jakarta.faces.partial.execute", form + ":" + field + " " + form + ":words");
        values.put("jakarta.faces.partial.render", form + ":table");
        return values;
    }
}

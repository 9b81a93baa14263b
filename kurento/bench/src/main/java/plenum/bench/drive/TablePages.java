package plenum.bench.drive;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import plenum.bench.signaling.PlenumDatabase;
import plenum.mediaserver.bench.BenchFailure;
import plenum.mediaserver.bench.Latencies;
import plenum.mediaserver.bench.Report;

/** Pages of the table of one large folder, as PrimeFaces asks for them, in each order that it can be sorted by. */
final class TablePages {
    private static final int ROWS = 50;
    private static final int WARM_UP = 100;
    private static final List<String> COLUMNS = List.of("Name", "Size", "Changed");

    private final DriveVisitor visitor;
    private final PlenumDatabase database;
    private final Report report;
    private final Random random = new Random(1);
    private String state = "";

    TablePages(DriveVisitor visitor, PlenumDatabase database, Report report) {
        this.visitor = visitor;
        this.database = database;
        this.report = report;
    }

    void measure(int files, int pages) throws IOException, InterruptedException, BenchFailure, SQLException {
        String drive = DriveVisitor.find(visitor.get("/drive").body(), "data-drive=\"([^\"]+)\"");
        FullDrive.fill(database, drive, files);
        String page = visitor.get("/drive").body();
        state = DriveVisitor.find(page, "name=\"jakarta.faces.ViewState\"[^>]*value=\"([^\"]+)\"");
        List<String> columns = Pattern.compile("<th id=\"(files:table:[^\"]+)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
        for (int warm = 0; warm < WARM_UP; warm++) {
            turn(files);
        }
        report.with("files", files);
        Latencies all = new Latencies();
        for (int column = 0; column < COLUMNS.size(); column++) {
            for (boolean descending : List.of(false, true)) {
                sort(columns.get(column + 1), descending);
                Latencies these = new Latencies();
                for (int number = 0; number < pages; number++) {
                    long took = turn(files);
                    these.add(took);
                    all.add(took);
                }
                quantiles("pageMillisBy" + COLUMNS.get(column) + (descending ? "Descending" : ""), these);
            }
        }
        quantiles("pageMillis", all);
        Latencies whole = new Latencies();
        for (int number = 0; number < pages; number++) {
            long began = System.nanoTime();
            visitor.get("/drive");
            whole.add(System.nanoTime() - began);
        }
        quantiles("wholePageMillis", whole);
    }

    /** To a page at random; how long it took. */
    private long turn(int files) throws IOException, InterruptedException, BenchFailure {
        int first = random.nextInt(Math.max(1, files / ROWS)) * ROWS;
        return ask(Map.of(
                "files:table_pagination",
                "true",
                "jakarta.faces.behavior.event",
                "page",
                "files:table_first",
                Integer.toString(first)));
    }

    private void sort(String column, boolean descending) throws IOException, InterruptedException, BenchFailure {
        ask(Map.of(
                "files:table_sorting",
                "true",
                "files:table_sortKey",
                column,
                "files:table_sortDir",
                descending ? "-1" : "1"));
    }

    private long ask(Map<String, String> what) throws IOException, InterruptedException, BenchFailure {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("jakarta.faces.partial.ajax", "true");
        form.put("jakarta.faces.source", "files:table");
        form.put("jakarta.faces.partial.execute", "files:table");
        form.put("jakarta.faces.partial.render", "files:table");
        form.put("files:table", "files:table");
        form.put("files:table_rows", Integer.toString(ROWS));
        form.put("files:table_skipChildren", "true");
        form.put("files:table_encodeFeature", "true");
        form.put("files", "files");
        form.put("jakarta.faces.ViewState", state);
        form.putAll(what);
        String body = form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        long began = System.nanoTime();
        HttpResponse<String> answer = visitor.send(
                "POST",
                "/drive",
                BodyPublishers.ofString(body),
                "Content-Type",
                "application/x-www-form-urlencoded; charset=UTF-8",
                "Faces-Request",
                "partial/ajax",
                "X-Requested-With",
                "XMLHttpRequest");
        long took = System.nanoTime() - began;
        if (!answer.body().contains("data-item=")) {
            throw new BenchFailure("a page of the table has no rows; the answer was " + answer.statusCode());
        }
        return took;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void quantiles(String name, Latencies latencies) {
        report.with(name + "P50", latencies.millisAt(0.50)).with(name + "P95", latencies.millisAt(0.95));
    }
}

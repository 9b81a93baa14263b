package plenum.mediaserver.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a media server holds at one moment. What cannot be known is NaN.
 *
 * @param heapMegabytes after garbage has been collected
 * @param residentMegabytes of the process
 * @param threads of the process
 * @param openFiles of the process, sockets included
 * @param sessions clients of the protocol
 * @param objects that clients have made
 * @param peers open peer connections
 */
record Holdings(
        double heapMegabytes,
        double residentMegabytes,
        double threads,
        double openFiles,
        double sessions,
        double objects,
        double peers) {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    /** Looks, and has garbage collected before. */
    static Holdings of(ServerUnderTest server) throws IOException, InterruptedException {
        String metrics = metrics(server.url());
        double heap = Double.NaN;
        double resident = Double.NaN;
        double threads = Double.NaN;
        double files = Double.NaN;
        if (server.pid() != 0) {
            Optional<JvmProbe> probe = JvmProbe.attach(server.pid());
            if (probe.isPresent()) {
                try (JvmProbe java = probe.get()) {
                    heap = java.usedHeap() / 1e6;
                }
            }
            ProcessMeter process = ProcessMeter.read(server.pid());
            resident = process.residentBytes() / 1e6;
            threads = process.threads();
            files = openFiles(server.pid());
        }
        return new Holdings(
                heap,
                resident,
                threads,
                files,
                sum(metrics, "plenum_media_sessions"),
                sum(metrics, "plenum_media_objects"),
                sum(metrics, "plenum_media_peers"));
    }

    /** What clients hold, as the server tells it; the process is not looked at. */
    static boolean sameForClients(URI url, Holdings earlier) throws IOException, InterruptedException {
        String metrics = metrics(url);
        return sum(metrics, "plenum_media_sessions") <= earlier.sessions()
                && sum(metrics, "plenum_media_objects") <= earlier.objects()
                && sum(metrics, "plenum_media_peers") <= earlier.peers();
    }

    /** Adds each figure as {@code name} with {@code when} behind it. */
    void report(Report report, String when) {
        report.with("heapMegabytes" + when, heapMegabytes)
                .with("residentMegabytes" + when, residentMegabytes)
                .with("threads" + when, threads)
                .with("openFiles" + when, openFiles)
                .with("sessions" + when, sessions)
                .with("objects" + when, objects)
                .with("peers" + when, peers);
    }

    private static double openFiles(long pid) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            return files.count();
        }
    }

    /** The page at {@code /metrics}; empty where the server has none. */
    private static String metrics(URI url) throws IOException, InterruptedException {
        String scheme = "wss".equals(url.getScheme()) ? "https" : "http";
        URI page = URI.create(scheme + "://" + url.getAuthority() + "/metrics");
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(
                    HttpRequest.newBuilder(page).timeout(LIMIT).build(), HttpResponse.BodyHandlers.ofString());
            return response.statusCode() == 200 ? response.body() : "";
        }
    }

    /** The sum of a metric's samples in Prometheus' text format; NaN when it is not there. */
    static double sum(String metrics, String name) {
        return metrics.lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .boxed()
                .reduce(Double::sum)
                .orElse(Double.NaN);
    }
}

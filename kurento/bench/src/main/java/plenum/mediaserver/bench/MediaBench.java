package plenum.mediaserver.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/** {@code ./plenum bench media}: what forwarding costs on this machine, beside what it would cost if nothing else was done. */
public final class MediaBench {
    private final BenchOptions options;
    private final PrintStream out;

    private MediaBench(BenchOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** Exit code 0 after a run, 1 when it failed, 2 when the command line cannot be understood. */
    public static void main(String[] arguments) throws InterruptedException {
        System.exit(new BenchCommand<>(BenchOptions.USAGE, BenchOptions::parse, MediaBench::measure)
                .run(List.of(arguments), System.out));
    }

    /**
     * As the command, but without choosing a core for this process.
     *
     * @param arguments as on the command line
     */
    public static Report measure(List<String> arguments, PrintStream out)
            throws IOException, InterruptedException, BenchFailure, UsageException {
        return measure(BenchOptions.parse(arguments), out);
    }

    /** Measures the floor first, if it is wanted, then the server. */
    static Report measure(BenchOptions options, PrintStream out)
            throws IOException, InterruptedException, BenchFailure {
        return new MediaBench(options, out).measure();
    }

    private Report measure() throws IOException, InterruptedException, BenchFailure {
        Report floor =
                options.floorWindow().isZero() ? new Report() : FloorBench.measure(options, options.floorWindow(), out);
        try (RecordedRooms recorded = new RecordedRooms();
                ServerUnderTest server =
                        ServerUnderTest.of(options.url(), options.pid(), recorded.settings(options.recordings()));
                ServerMeter meter = new ServerMeter(server.pid());
                BenchRoom room = new BenchRoom(server.url(), options.impairment())) {
            out.printf(
                    "%d publishers, %d viewers: %d streams out%n",
                    options.publishers(), options.viewers(), options.publishers() * options.viewers());
            for (int i = 0; i < options.publishers(); i++) {
                room.addPublisher(options.packetsPerSecond(), options.packetBytes());
            }
            for (int i = 0; i < options.viewers(); i++) {
                room.addViewer();
            }
            try {
                recorded.begin(server.url(), options);
                return measure(meter, room, floor)
                        .with("recordings", options.recordings())
                        .with("recordedBytes", recorded.bytes());
            } finally {
                recorded.end();
            }
        }
    }

    private Report measure(ServerMeter meter, BenchRoom room, Report floor) throws IOException, BenchFailure {
        StopWatch.pass(options.warmUp());
        meter.read(); // the first time it costs the server more
        long droppedBefore = SocketDrops.of(room.viewerPorts());
        long lostBefore = room.lostOnTheWay();
        room.takeCount();
        ServerMeter.Reading before = meter.read();
        StopWatch watch = new StopWatch();
        StopWatch.pass(options.window());
        BenchViewer.Count count = room.takeCount();
        ServerMeter.Reading after = meter.read();
        double seconds = watch.seconds();
        long dropped = SocketDrops.of(room.viewerPorts()) - droppedBefore;

        long lostOnTheWay = room.lostOnTheWay() - lostBefore;

        Latencies latencies = count.latencies();
        long lost = Math.max(0, count.expected() - latencies.count() - dropped - lostOnTheWay);
        Report report = new Report()
                .with("publishers", options.publishers())
                .with("viewers", options.viewers())
                .with("seconds", seconds)
                .with("forwardedPackets", latencies.count())
                .with("forwardedPacketsPerSecond", latencies.count() / seconds);
        ServerMeter.report(report, before, after, latencies.count());
        double floorCost = floor.value(FloorBench.COST);
        report.with("floorMicrosPerForwardedPacket", floorCost)
                .with("ratioToFloor", report.value(FloorBench.COST) / floorCost)
                .with("lostPackets", lost)
                .with("lossPercent", 100.0 * lost / Math.max(1, count.expected()))
                .with("generatorDroppedPackets", dropped)
                .with("networkLostPackets", lostOnTheWay);
        report.with("latencyMillis", latencies);
        for (String quantile : List.of("P50", "P95", "P99")) {
            double without = floor.value("latencyMillis" + quantile);
            report.with("floorLatencyMillis" + quantile, without)
                    .with("addedLatencyMillis" + quantile, report.value("latencyMillis" + quantile) - without);
        }
        return report.with("joinMillis", room.joins()).with("viewerJoinMillis", room.viewerJoins());
    }
}

package plenum.mediaserver.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * {@code ./plenum bench churn}: hours of people who come and go, some of them without a word, and what the server holds afterwards
 * compared with before.
 */
public final class ChurnBench {
    private static final int PUBLISHERS = 2;
    private static final int VIEWERS = 4;
    private static final int PACKETS_PER_SECOND = 57;
    private static final int PACKET_BYTES = 1100;

    /** Twice the time after which a server lets go of sessions that nobody claims. */
    private static final Duration SETTLING_LIMIT = Duration.ofMinutes(10);

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration PROGRESS_EVERY = Duration.ofMinutes(5);

    private final ChurnOptions options;
    private final PrintStream out;
    private final Random random = new Random(1);
    private final ChurnLog log = new ChurnLog();

    private ChurnBench(ChurnOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** Exit codes as {@link MediaBench#main}. */
    public static void main(String[] arguments) throws InterruptedException {
        System.exit(new BenchCommand<>(ChurnOptions.USAGE, ChurnOptions::parse, ChurnBench::measure)
                .run(List.of(arguments), System.out));
    }

    static Report measure(ChurnOptions options, PrintStream out)
            throws IOException, InterruptedException, BenchFailure {
        return new ChurnBench(options, out).measure();
    }

    private Report measure() throws IOException, InterruptedException, BenchFailure {
        Map<String, String> settings = Map.of(
                "PLENUM_KURENTO_COLLECTION_SECONDS",
                Long.toString(options.collection().toSeconds()));
        try (ServerUnderTest server = ServerUnderTest.of(options.url(), options.pid(), settings);
                BenchRoom room = new BenchRoom(server.url())) {
            for (int i = 0; i < PUBLISHERS; i++) {
                room.addPublisher(PACKETS_PER_SECOND, PACKET_BYTES);
            }
            for (int i = 0; i < VIEWERS; i++) {
                room.addViewer();
            }
            Holdings alone = Holdings.of(server);
            comeAndGo(server, room, options.warmUp());
            settle(server, alone);
            log.clear();
            Holdings before = Holdings.of(server);
            long droppedBefore = SocketDrops.of(room.viewerPorts());
            room.takeCount();
            comeAndGo(server, room, options.time());
            BenchViewer.Count others = room.takeCount();
            long dropped = SocketDrops.of(room.viewerPorts()) - droppedBefore;
            settle(server, before);
            Report report = new Report().with("seconds", options.time().toSeconds());
            log.report(report);
            report.with("othersPackets", others.latencies().count())
                    .with(
                            "othersLostPackets",
                            Math.max(0, others.expected() - others.latencies().count() - dropped))
                    .with("generatorDroppedPackets", dropped);
            before.report(report, "Before");
            Holdings.of(server).report(report, "After");
            return report;
        }
    }

    /** People come, one after the other, for as long as that; returns when the last has gone. */
    private void comeAndGo(ServerUnderTest server, BenchRoom room, Duration time) {
        long began = System.nanoTime();
        long told = began;
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (long next = began;
                    next - began < time.toNanos();
                    next += options.apart().toNanos()) {
                StopWatch.pass(Duration.ofNanos(Math.max(0, next - System.nanoTime())));
                ChurnVisit.End end = ChurnVisit.End.values()[random.nextInt(ChurnVisit.End.values().length)];
                Duration stay = Duration.ofMillis(random.nextLong(options.stay().toMillis()) + 1);
                ChurnVisit visit = new ChurnVisit(room.side(), stay);
                people.execute(() -> log.record(end, () -> visit.visit(room, server.url(), end)));
                if (System.nanoTime() - told > PROGRESS_EVERY.toNanos()) {
                    told = System.nanoTime();
                    out.printf("%d s: %s%n", (told - began) / 1_000_000_000L, log);
                }
            }
        }
    }

    /** Returns when clients hold no more than earlier, or when the server has had its time for it. */
    private void settle(ServerUnderTest server, Holdings earlier) throws IOException, InterruptedException {
        long end = System.nanoTime() + SETTLING_LIMIT.toNanos();
        while (!Holdings.sameForClients(server.url(), earlier) && System.nanoTime() < end) {
            StopWatch.pass(LOOK_EVERY);
        }
    }
}

package plenum.bench.board;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import plenum.bench.signaling.Meetings;
import plenum.bench.signaling.PlenumUnderTest;
import plenum.bench.signaling.Room;
import plenum.bench.signaling.Wire;
import plenum.mediaserver.bench.BenchFailure;
import plenum.mediaserver.bench.JvmProbe;
import plenum.mediaserver.bench.Latencies;
import plenum.mediaserver.bench.ProcessMeter;
import plenum.mediaserver.bench.Report;
import plenum.mediaserver.bench.StopWatch;

/** One run: all come to one board, some draw and all point for a while; then the board is filled, and somebody comes late. */
final class BoardRun {
    private static final int JOINS_PER_SECOND = 50;
    private static final int STROKES_PER_SECOND = 2;
    private static final int STEPS = 64;
    /** Who stays when the board is filled: each message goes to all who look. */
    private static final int FILLERS = 20;

    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration SETTLING = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    /** As many letters as a stroke of forty points has. */
    private static final String POINTS = "gAAfKDgEJfICfEGfMAfODfIBfCCfGHf".repeat(5);

    private final Load load;
    private final PlenumUnderTest plenum;
    private final Optional<JvmProbe> probe;
    private final PrintStream out;
    private final Wire wire;
    private final Sightings seen = new Sightings();
    private final List<BoardClient> clients = new ArrayList<>();
    private final Random random = new Random(5);
    private final Report report = new Report();
    private int drawn;

    /**
     * @param pointing times a second that everybody's pointer moves
     * @param elements on the board when somebody comes late
     */
    record Load(int clients, int drawers, int pointing, int seconds, int elements) {}

    private record Used(long nanos, long cpuNanos, long residentBytes) {}

    BoardRun(Load load, PlenumUnderTest plenum, Optional<JvmProbe> probe, PrintStream out) {
        this.load = load;
        this.plenum = plenum;
        this.probe = probe;
        this.out = out;
        this.wire = new Wire(plenum.site(), false, 50, false);
    }

    Report measure() throws IOException, InterruptedException, BenchFailure {
        try (wire;
                Meetings meetings = new Meetings(plenum.site())) {
            Room room = meetings.make("Board");
            for (int i = 0; i < load.clients(); i++) {
                come(room);
                StopWatch.pass(Duration.ofSeconds(1).dividedBy(JOINS_PER_SECOND));
            }
            await(
                    () -> seen.loadedCount() >= load.clients(),
                    () -> seen.loadedCount() + " of " + load.clients() + " see the board. " + seen.complaint());
            out.printf(Locale.ROOT, "%d people look at the board%n", load.clients());
            report.with("clients", load.clients()).with("drawers", load.drawers());
            steadily();
            fill(room);
            onLoop(() -> {
                clients.forEach(BoardClient::close);
                return true;
            });
            return report;
        }
    }

    private void steadily() throws IOException {
        act(WARM_UP);
        StopWatch.pass(SETTLING);
        onLoop(seen::take);
        Used before = used();
        int first = drawn;
        act(Duration.ofSeconds(load.seconds()));
        Used after = used();
        StopWatch.pass(SETTLING);
        Sightings.Seen sight = onLoop(seen::take);
        double seconds = (after.nanos() - before.nanos()) / 1e9;
        long expected = (long) (drawn - first) * load.clients();
        report.with("strokesPerSecond", (drawn - first) / seconds)
                .with("strokeDeliveriesMissing", expected - sight.strokes().count())
                .with("pointersPerClientAndSecond", sight.pointers() / seconds / load.clients())
                .with("complaints", seen.complaintCount())
                .with("socketsLost", seen.lostCount())
                .with("serverCores", (after.cpuNanos() - before.cpuNanos()) / 1e9 / seconds)
                .with("residentMegabytes", after.residentBytes() / 1e6);
        if (probe.isPresent()) {
            report.with("heapMegabytes", probe.get().usedHeap() / 1e6);
        }
        quantiles("strokeMillis", sight.strokes());
    }

    /** Strokes and pointers, evenly over the time. */
    private void act(Duration time) {
        int strokes = load.drawers() * STROKES_PER_SECOND;
        int points = load.clients() * load.pointing();
        long interval = 1_000_000_000L / (strokes + points);
        long began = System.nanoTime();
        int turn = 0;
        double owed = 0;
        for (long next = began; next - began < time.toNanos(); next += interval) {
            while (System.nanoTime() < next) {
                LockSupport.parkNanos(next - System.nanoTime());
            }
            owed += (double) strokes / (strokes + points);
            if (owed >= 1) {
                owed--;
                stroke(clients.get(drawn % load.drawers()));
            } else {
                clients.get(turn % clients.size()).point(random.nextInt(20_000), random.nextInt(12_000));
            }
            if (turn++ % 1000 == 0) {
                clients.forEach(BoardClient::ping);
            }
        }
    }

    private void stroke(BoardClient by) {
        String stamp = Sightings.STAMP + System.nanoTime() + " ";
        by.draw("key-%09d".formatted(drawn), "[" + step(stamp) + "]");
    }

    private String step(String stamp) {
        return "{\"element\":\"element-%09d\",\"page\":1,\"body\":\"[\\\"pen\\\",\\\"%s%s\\\"]\",\"place\":\"[%d,%d,1,%d,\\\"#1d2b28\\\",4,0]\"}"
                .formatted(drawn, stamp, POINTS, random.nextInt(20_000), random.nextInt(12_000), drawn++);
    }

    private void fill(Room room) throws BenchFailure, IOException {
        if (load.elements() <= drawn) {
            return;
        }
        out.printf(Locale.ROOT, "the board gets %d elements%n", load.elements());
        List<BoardClient> fillers = clients.subList(0, Math.min(FILLERS, load.clients()));
        onLoop(() -> {
            clients.stream().skip(fillers.size()).forEach(BoardClient::close);
            return true;
        });
        for (int message = 0; drawn < load.elements(); message++) {
            BoardClient by = fillers.get(message % fillers.size());
            StringBuilder steps = new StringBuilder("[");
            String key = "fill-%09d".formatted(drawn);
            for (int i = 0; i < STEPS && drawn < load.elements(); i++) {
                steps.append(i == 0 ? "" : ",").append(step(""));
            }
            by.draw(key, steps.append(']').toString());
            StopWatch.pass(Duration.ofMillis(40));
        }
        Sightings.Seen sight = comeLate(room);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (sight.elements() < drawn && System.nanoTime() < deadline) {
            // the last of it is still being stored
            sight = comeLate(room);
        }
        report.with("elements", drawn)
                .with("lateElementsSeen", sight.elements())
                .with("lateMillis", sight.loads().millisAt(1))
                .with("residentMegabytesWithElements", used().residentBytes() / 1e6);
    }

    private Sightings.Seen comeLate(Room room) throws BenchFailure {
        StopWatch.pass(SETTLING);
        onLoop(seen::take);
        int before = seen.loadedCount();
        come(room);
        await(() -> seen.loadedCount() > before, () -> "nobody who comes late sees the board. " + seen.complaint());
        return onLoop(seen::take);
    }

    private void come(Room room) {
        BoardClient client = new BoardClient(wire, room, clients.size(), seen);
        clients.add(client);
        wire.loop().execute(client::open);
    }

    private static void await(BooleanSupplier reached, Supplier<String> otherwise) throws BenchFailure {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!reached.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new BenchFailure("after " + PATIENCE.toSeconds() + " s " + otherwise.get());
            }
            StopWatch.pass(Duration.ofMillis(5));
        }
    }

    private <T> T onLoop(Supplier<T> task) {
        return CompletableFuture.supplyAsync(task, wire.loop())
                .orTimeout(1, TimeUnit.MINUTES)
                .join();
    }

    private void quantiles(String name, Latencies latencies) {
        report.with(name + "P50", latencies.millisAt(0.50))
                .with(name + "P95", latencies.millisAt(0.95))
                .with(name + "P99", latencies.millisAt(0.99));
    }

    private Used used() throws IOException {
        if (plenum.pid() == 0) {
            return new Used(System.nanoTime(), 0, 0);
        }
        ProcessMeter meter = ProcessMeter.read(plenum.pid());
        return new Used(System.nanoTime(), meter.cpuNanos(), meter.residentBytes());
    }
}

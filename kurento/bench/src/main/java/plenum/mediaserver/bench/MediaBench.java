package plenum.mediaserver.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** {@code ./plenum bench media}: what forwarding costs on this machine. */
public final class MediaBench {
    private final BenchOptions options;
    private final PrintStream out;

    private MediaBench(BenchOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** Exit code 0 after a run, 1 when it failed, 2 when the command line cannot be understood. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        System.exit(run(List.of(arguments), System.out));
    }

    private static int run(List<String> arguments, PrintStream out) throws IOException, InterruptedException {
        if (arguments.contains("--help")) {
            out.print(BenchOptions.USAGE);
            return 0;
        }
        try {
            new MediaBench(BenchOptions.parse(arguments), out).run();
            return 0;
        } catch (BenchOptions.UsageException e) {
            out.println(e.getMessage());
            out.print(BenchOptions.USAGE);
            return 2;
        } catch (BenchFailure e) {
            out.println("The run failed: " + e.getMessage() + ".");
            return 1;
        }
    }

    private void run() throws IOException, InterruptedException, BenchFailure {
        pinToSecondCore();
        try (ServerUnderTest server = options.url() == null
                        ? ServerUnderTest.start()
                        : ServerUnderTest.attachTo(options.url(), options.pid());
                BenchRoom room = new BenchRoom(server.url())) {
            out.printf(
                    "%d publishers, %d viewers: %d streams out%n",
                    options.publishers(), options.viewers(), options.publishers() * options.viewers());
            for (int i = 0; i < options.publishers(); i++) {
                room.addPublisher(options.packetsPerSecond(), options.packetBytes());
            }
            for (int i = 0; i < options.viewers(); i++) {
                room.addViewer();
            }
            Report report = measure(server, room);
            out.print(report.asTable());
            if (options.json() != null) {
                report.writeJson(options.json());
            }
        }
    }

    private Report measure(ServerUnderTest server, BenchRoom room) throws IOException, BenchFailure {
        pass(options.warmUp().toNanos());
        room.takeSent();
        room.takeLatencies();
        ProcessMeter before = meter(server);
        long began = System.nanoTime();
        pass(options.window().toNanos());
        long sent = room.takeSent();
        Latencies latencies = room.takeLatencies();
        double seconds = (System.nanoTime() - began) / 1e9;
        ProcessMeter after = meter(server);
        double expected = (double) sent * options.viewers();
        double cpuMicros = before == null || after == null
                ? Double.NaN
                : (after.cpuNanos() - before.cpuNanos()) / 1e3 / latencies.count();
        return new Report(
                options.publishers(),
                options.viewers(),
                seconds,
                latencies.count(),
                latencies.count() / seconds,
                cpuMicros,
                1e6 / cpuMicros,
                Math.max(0, 100 * (expected - latencies.count()) / expected),
                latencies.millisAt(0.50),
                latencies.millisAt(0.95),
                latencies.millisAt(0.99),
                room.joins().millisAt(0.50),
                room.joins().millisAt(0.95),
                after == null ? Double.NaN : after.residentBytes() / 1e6,
                after == null ? 0 : after.threads());
    }

    /** A measured window is the one thing here that time itself ends. */
    private static void pass(long nanos) {
        long end = System.nanoTime() + nanos;
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }

    private static @Nullable ProcessMeter meter(ServerUnderTest server) throws IOException {
        return server.pid() == 0 ? null : ProcessMeter.read(server.pid());
    }

    /** The server has the first core for itself, where the machine has two. */
    private static void pinToSecondCore() throws IOException, InterruptedException {
        if (Runtime.getRuntime().availableProcessors() > 1 && Files.isExecutable(Path.of("/usr/bin/taskset"))) {
            new ProcessBuilder(
                            "taskset",
                            "-a",
                            "-cp",
                            "1",
                            Long.toString(ProcessHandle.current().pid()))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        }
    }
}

package plenum.mediaserver.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** {@code ./plenum bench joins}: how long coming into a room with many takes, one at a time and all at once, and what the others notice. */
public final class JoinBench {
    private final JoinOptions options;
    private final PrintStream out;

    private JoinBench(JoinOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** Exit codes as {@link MediaBench#main}. */
    public static void main(String[] arguments) throws InterruptedException {
        System.exit(new BenchCommand<>(JoinOptions.USAGE, JoinOptions::parse, JoinBench::measure)
                .run(List.of(arguments), System.out));
    }

    static Report measure(JoinOptions options, PrintStream out) throws IOException, InterruptedException, BenchFailure {
        return new JoinBench(options, out).measure();
    }

    private Report measure() throws IOException, InterruptedException, BenchFailure {
        try (ServerUnderTest server = ServerUnderTest.of(options.url(), 0);
                BenchRoom room = new BenchRoom(server.url())) {
            for (int i = 0; i < options.publishers(); i++) {
                room.addPublisher(options.packetsPerSecond(), options.packetBytes());
            }
            for (int i = 0; i < options.present(); i++) {
                room.addViewer();
            }
            out.printf("%d publishers, %d viewers are there%n", options.publishers(), options.present());
            List<Attendee> guests = new ArrayList<>();
            for (int i = 0; i < options.single(); i++) {
                Attendee guest = room.guest(Impairment.NONE);
                guest.leave();
                guests.add(guest);
            }
            Report report = new Report()
                    .with("publishers", options.publishers())
                    .with("present", options.present())
                    .with("joinMillis", joins(guests))
                    .with("storm", options.storm())
                    .with("stormSeconds", options.within().toSeconds());
            long droppedBefore = SocketDrops.of(room.viewerPorts());
            room.takeCount();
            List<Attendee> crowd = storm(room);
            BenchViewer.Count others = room.takeCount();
            long dropped = SocketDrops.of(room.viewerPorts()) - droppedBefore;
            crowd.forEach(Attendee::leave);
            long lost = Math.max(0, others.expected() - others.latencies().count() - dropped);
            return report.with("stormJoinMillis", joins(crowd))
                    .with("stormJoinMillisMax", joins(crowd).millisAt(1))
                    .with("othersLostPackets", lost)
                    .with("othersLossPercent", 100.0 * lost / Math.max(1, others.expected()))
                    .with("generatorDroppedPackets", dropped)
                    .with("othersLatencyMillis", others.latencies());
        }
    }

    /** All come, each at a moment of its own; returns when all are in. */
    private List<Attendee> storm(BenchRoom room) throws BenchFailure, InterruptedException {
        long began = System.nanoTime();
        long apart = options.within().toNanos() / options.storm();
        List<Future<Attendee>> coming = new ArrayList<>();
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < options.storm(); i++) {
                StopWatch.pass(Duration.ofNanos(Math.max(0, began + i * apart - System.nanoTime())));
                coming.add(people.submit(() -> room.guest(Impairment.NONE)));
            }
            List<Attendee> crowd = new ArrayList<>();
            for (Future<Attendee> guest : coming) {
                crowd.add(guest.get());
            }
            return crowd;
        } catch (ExecutionException e) {
            throw new BenchFailure("somebody did not get in", e);
        }
    }

    private static Latencies joins(List<Attendee> people) {
        Latencies joins = new Latencies();
        people.forEach(person -> joins.add(person.joinNanos()));
        return joins;
    }
}

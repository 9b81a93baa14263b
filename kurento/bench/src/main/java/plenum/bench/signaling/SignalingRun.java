package plenum.bench.signaling;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import plenum.mediaserver.bench.BenchFailure;
import plenum.mediaserver.bench.JvmProbe;
import plenum.mediaserver.bench.Latencies;
import plenum.mediaserver.bench.ProcessMeter;
import plenum.mediaserver.bench.Report;
import plenum.mediaserver.bench.StopWatch;

/** One run: rooms are made and filled, and then one part follows the other. */
final class SignalingRun {
    private static final int JOINS_PER_SECOND = 250;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration BIG_ROOM_FILLS = Duration.ofSeconds(10);
    private static final Duration SETTLING = Duration.ofSeconds(2);
    private static final Duration FLOOD = Duration.ofSeconds(40);
    private static final int FLOOD_RATE = 100;
    private static final int FLOOD_CHARACTERS = 3500;
    private static final double CHAT_GOAL_MILLIS = 50;
    private static final double NANOS_PER_MICRO = 1e3;

    private final SignalingOptions options;
    private final PlenumUnderTest plenum;
    private final Optional<JvmProbe> probe;
    private final PrintStream out;
    private final Wire wire;
    private final Crowd crowd;
    private final Report report = new Report();
    private final Map<Room, Integer> sizes = new HashMap<>();

    SignalingRun(SignalingOptions options, PlenumUnderTest plenum, Optional<JvmProbe> probe, PrintStream out) {
        this.options = options;
        this.plenum = plenum;
        this.probe = probe;
        this.out = out;
        this.wire = new Wire(plenum.site(), options.compression(), options.addresses(), options.behindProxy());
        this.crowd = new Crowd(wire);
    }

    Report measure() throws IOException, InterruptedException, BenchFailure {
        try (wire;
                Meetings meetings = new Meetings(plenum.site())) {
            fill(meetings);
            out.print(report.asTable());
            for (Part part : options.parts()) {
                StopWatch.pass(SETTLING);
                crowd.take();
                int told = report.asTable().length();
                switch (part) {
                    case CHAT -> chatBesideSignIns();
                    case SLOW -> slow();
                    case STORM -> storm();
                    case ROOM -> bigRoom(meetings);
                }
                // at once, so that a part that fails does not take the others along
                out.print(report.asTable().substring(told));
            }
            crowd.close();
            return report;
        }
    }

    private void fill(Meetings meetings) throws IOException, InterruptedException, BenchFailure {
        List<Room> seats = new ArrayList<>();
        Random random = new Random(1);
        while (seats.size() < options.clients()) {
            int size = Math.min(
                    options.clients() - seats.size(), random.nextInt(options.leastRoom(), options.mostRoom() + 1));
            Room room = meetings.make("Room of " + size);
            sizes.put(room, size);
            seats.addAll(Collections.nCopies(size, room));
        }
        Collections.shuffle(seats, random);
        long heapBefore = heap();
        StopWatch watch = new StopWatch();
        for (Room seat : seats) {
            crowd.add(seat);
            StopWatch.pass(Duration.ofSeconds(1).dividedBy(JOINS_PER_SECOND));
        }
        crowd.awaitIn(seats.size(), PATIENCE);
        out.printf("%d people in %d rooms after %.0f s%n", seats.size(), sizes.size(), watch.seconds());
        StopWatch.pass(SETTLING);
        report.with("clients", seats.size()).with("rooms", sizes.size());
        quantiles("joinMillis", crowd.take().joins());
        report.with("heapKilobytesPerClient", (heap() - heapBefore) / 1e3 / seats.size());
    }

    private void chatBesideSignIns() throws IOException {
        if (options.signIns() == 0) {
            chat(() -> {});
            return;
        }
        try (SignIns signIns = new SignIns(plenum.site(), options.signIns())) {
            signIns.begin();
            chat(signIns::forget);
            signIns.tell(report);
        }
    }

    /** @param measured runs when the measured window begins */
    private void chat(Runnable measured) throws IOException {
        out.printf("%d messages per second%n", options.rate());
        List<Client> speakers = new ArrayList<>(crowd.clients());
        Collections.shuffle(speakers, new Random(2));
        long expected = 0;
        int complaints = crowd.complaints();
        Talk warmUp = new Talk(speakers, options.rate(), "warming up");
        // until what is said most often has been compiled, which takes half a processor at first: a server runs for
        // weeks
        warmUp.run(options.warmUp(), () -> false);
        StopWatch.pass(SETTLING);
        crowd.take();
        measured.run();
        Used before = used();
        Talk talk = new Talk(speakers, options.rate(), "What do you think, shall we begin?");
        talk.run(options.window(), () -> false);
        Used after = used();
        StopWatch.pass(SETTLING);
        for (int i = 0; i < talk.said(); i++) {
            expected += sizes.getOrDefault(speakers.get(i % speakers.size()).room(), 0);
        }
        Timeline course = crowd.take().deliveries();
        Latencies seen = course.all();
        double seconds = (after.nanos() - before.nanos()) / 1e9;
        report.with("chatMessages", talk.said())
                .with("chatDeliveriesPerSecond", seen.count() / seconds)
                .with("chatDeliveriesMissing", expected - seen.count())
                .with("chatMessagesNotStored", crowd.complaints() - complaints)
                .with("serverCores", (after.cpuNanos() - before.cpuNanos()) / 1e9 / seconds)
                .with("cpuMicrosPerDelivery", (after.cpuNanos() - before.cpuNanos()) / NANOS_PER_MICRO / seen.count())
                .with("allocatedBytesPerDelivery", (double) (after.allocated() - before.allocated()) / seen.count());
        quantiles("chatMillis", seen);
        report.with("chatSecondsOverGoal", course.secondsOver(0.99, CHAT_GOAL_MILLIS));
        out.println("p99 of each second, in ms: " + course.inSeconds(0.99));
    }

    private void slow() throws IOException, BenchFailure {
        Room room =
                Collections.max(sizes.entrySet(), Map.Entry.comparingByValue()).getKey();
        List<Client> speakers = crowd.in(room);
        out.printf("%d people write long messages, one more reads a byte a second%n", speakers.size());
        try (SlowReader reader = new SlowReader(plenum.site(), room)) {
            StopWatch.pass(SETTLING);
            StopWatch watch = new StopWatch();
            Talk talk = new Talk(speakers, FLOOD_RATE, "x".repeat(FLOOD_CHARACTERS));
            talk.run(FLOOD, () -> crowd.hasSeenLossOf(SlowReader.NAME));
            boolean cutOff = crowd.hasSeenLossOf(SlowReader.NAME);
            report.with("slowReaderCutOffSeconds", cutOff ? watch.seconds() : Double.NaN);
            StopWatch.pass(SETTLING);
            quantiles("chatMillisBesideSlowReader", crowd.take().deliveries().all());
        }
    }

    private void storm() throws BenchFailure {
        int people = crowd.clients().size();
        out.printf("%d sockets are cut%n", people);
        StopWatch watch = new StopWatch();
        crowd.cut();
        crowd.awaitIn(people, PATIENCE);
        report.with("stormSecondsUntilAllAreBack", watch.seconds());
        Crowd.Sight sight = crowd.take();
        quantiles("stormMillisUntilBack", sight.joins());
        report.with("stormPlacesLost", sight.changedPlaces());
    }

    private void bigRoom(Meetings meetings) throws IOException, InterruptedException, BenchFailure {
        out.printf("%d people come into one room%n", options.bigRoom());
        int before = crowd.count();
        Room room = meetings.make("Big room");
        for (int i = 0; i < options.bigRoom(); i++) {
            crowd.add(room);
            StopWatch.pass(BIG_ROOM_FILLS.dividedBy(options.bigRoom()));
        }
        crowd.awaitIn(before + options.bigRoom(), PATIENCE);
        report.with("bigRoomPeople", options.bigRoom());
        quantiles("bigRoomJoinMillis", crowd.take().joins());
    }

    private void quantiles(String name, Latencies latencies) {
        report.with(name + "P50", latencies.millisAt(0.50))
                .with(name + "P95", latencies.millisAt(0.95))
                .with(name + "P99", latencies.millisAt(0.99));
    }

    private long heap() throws IOException {
        return probe.isPresent() ? probe.get().usedHeap() : 0;
    }

    private Used used() throws IOException {
        long cpu = plenum.pid() == 0 ? 0 : ProcessMeter.read(plenum.pid()).cpuNanos();
        long allocated = probe.isPresent() ? probe.get().read().allocatedBytes() : 0;
        return new Used(System.nanoTime(), cpu, allocated);
    }

    private record Used(long nanos, long cpuNanos, long allocated) {}
}

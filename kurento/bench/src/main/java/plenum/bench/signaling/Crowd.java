package plenum.bench.signaling;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import plenum.mediaserver.bench.BenchFailure;
import plenum.mediaserver.bench.Latencies;
import plenum.mediaserver.bench.StopWatch;

/** All clients, and what they see together. What is not thread-safe lives on the event loop. */
final class Crowd {
    /** Before the time of sending, in the text of each message. */
    static final String STAMP = "sent at ";

    private static final ByteBuf STAMP_BYTES =
            Unpooled.unreleasableBuffer(Unpooled.copiedBuffer(STAMP, StandardCharsets.US_ASCII));

    /** Most bytes between the places of the time in one message and the next: names and ids have more or less digits. */
    private static final int STAMP_MOVES = 32;

    private final Wire wire;
    private final List<Client> clients = new ArrayList<>();
    private final AtomicInteger in = new AtomicInteger();
    private final AtomicInteger complaints = new AtomicInteger();
    private final Set<String> lostOnes = ConcurrentHashMap.newKeySet();
    private Latencies joins = new Latencies();
    private Timeline deliveries = new Timeline(System.nanoTime());
    private int changedPlaces;
    private int stampAt;
    private volatile String complaint = "";

    Crowd(Wire wire) {
        this.wire = wire;
    }

    /** What was seen in a time. */
    record Sight(Latencies joins, Timeline deliveries, int changedPlaces) {}

    /** Somebody new, who comes at once. */
    void add(Room room) {
        Client client = new Client(wire, room, clients.size(), this);
        clients.add(client);
        wire.loop().execute(client::open);
    }

    List<Client> clients() {
        return clients;
    }

    List<Client> in(Room room) {
        return clients.stream().filter(client -> client.room().equals(room)).toList();
    }

    int count() {
        return in.get();
    }

    /** Refusals and messages that were not stored. */
    int complaints() {
        return complaints.get();
    }

    /** All of them lose their sockets. */
    void cut() {
        onLoop(() -> {
            clients.forEach(Client::cut);
            return true;
        });
    }

    void close() {
        onLoop(() -> {
            clients.forEach(Client::close);
            return true;
        });
    }

    /** What was seen since the last time. */
    Sight take() {
        return onLoop(() -> {
            Sight sight = new Sight(joins, deliveries, changedPlaces);
            joins = new Latencies();
            deliveries = new Timeline(System.nanoTime());
            changedPlaces = 0;
            return sight;
        });
    }

    void awaitIn(int people, Duration patience) throws BenchFailure {
        await(() -> count() >= people, patience, () -> count() + " of " + people + " came in. " + complaint);
    }

    static void await(BooleanSupplier reached, Duration patience, Supplier<String> otherwise) throws BenchFailure {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!reached.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new BenchFailure("after " + patience.toSeconds() + " s " + otherwise.get());
            }
            StopWatch.pass(Duration.ofMillis(5));
        }
    }

    private <T> T onLoop(Supplier<T> task) {
        return CompletableFuture.supplyAsync(task, wire.loop())
                .orTimeout(1, TimeUnit.MINUTES)
                .join();
    }

    void entered(long nanos, boolean samePlace) {
        in.incrementAndGet();
        joins.add(nanos);
        if (!samePlace) {
            changedPlaces++;
        }
    }

    void left() {
        in.decrementAndGet();
    }

    void read(ByteBuf text, long now) {
        int at = find(text);
        if (at >= 0) {
            long sent = 0;
            for (int i = at + STAMP.length(); text.getByte(i) >= '0' && text.getByte(i) <= '9'; i++) {
                sent = 10 * sent + text.getByte(i) - '0';
            }
            deliveries.add(now - sent, now);
        }
    }

    /** Where the time is: in one message about where it was in the last, and a search from the beginning is a tenth of our work. */
    private int find(ByteBuf text) {
        int from = text.readerIndex() + stampAt;
        int at = from < text.writerIndex()
                ? ByteBufUtil.indexOf(STAMP_BYTES, text.slice(from, text.writerIndex() - from))
                : -1;
        at = at < 0 ? ByteBufUtil.indexOf(STAMP_BYTES, text) : at + from;
        if (at >= 0) {
            stampAt = Math.max(0, at - text.readerIndex() - STAMP_MOVES);
        }
        return at;
    }

    /** Others see that somebody's connection is gone. */
    void sawLoss(String message) {
        lostOnes.add(message);
    }

    /** Whether somebody of this name was seen to have lost the connection. */
    boolean hasSeenLossOf(String name) {
        return lostOnes.stream().anyMatch(message -> message.contains("\"" + name + "\""));
    }

    void complained(String message) {
        complaints.incrementAndGet();
        complaint = message;
    }
}

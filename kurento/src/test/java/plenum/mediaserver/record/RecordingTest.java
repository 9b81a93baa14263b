package plenum.mediaserver.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import plenum.mediaserver.FakeSource;
import plenum.mediaserver.flow.MediaKind;
import plenum.mediaserver.flow.ServerClock;
import plenum.mediaserver.loop.EventLoop;
import plenum.mediaserver.loop.EventLoops;
import plenum.mediaserver.matroska.Block;
import plenum.mediaserver.matroska.MatroskaReader;
import plenum.mediaserver.uri.MediaLocations;

/** Recordings end in many ways; what has come before is in the file. */
@Tag("record")
class RecordingTest {
    @TempDir
    Path folder;

    private final List<String> news = new CopyOnWriteArrayList<>();
    private final FakeSource video = new FakeSource(MediaKind.VIDEO);
    private final FakeSource audio = new FakeSource(MediaKind.AUDIO);
    private final AtomicBoolean talks = new AtomicBoolean(true);
    private EventLoops loops;
    private EventLoop loop;
    private Recording recording;

    @BeforeEach
    void start() {
        loops = new EventLoops(1);
        loop = loops.all().getFirst();
    }

    @AfterEach
    void stop() {
        loops.close();
    }

    private void record(String uri, MediaLocations locations) throws Exception {
        ServerClock clock = new ServerClock(System::nanoTime, System.currentTimeMillis() * 1_000_000);
        recording = new Recorders(clock, locations)
                .create(loop, uri, EnumSet.allOf(MediaKind.class), new RecordingNews(news));
        onLoop(() -> {
            recording.source(MediaKind.VIDEO, video);
            recording.source(MediaKind.AUDIO, audio);
            assertThat(recording.record()).isTrue();
            talk();
            return null;
        });
    }

    private MediaLocations files() {
        return new MediaLocations(List.of(folder), Set.of());
    }

    /** Who consents now has not consented to what they showed before. */
    @Test
    void nothingIsRecordedThatWasSentBefore() throws Exception {
        ServerClock clock = new ServerClock(System::nanoTime, System.currentTimeMillis() * 1_000_000);
        onLoop(() -> {
            video.send();
            audio.send();
            recording = new Recorders(clock, files())
                    .create(loop, "late.mkv", EnumSet.allOf(MediaKind.class), new RecordingNews(news));
            recording.source(MediaKind.VIDEO, video);
            recording.source(MediaKind.AUDIO, audio);
            return recording.record();
        });
        assertThat(news).isEmpty();
        onLoop(() -> {
            video.send();
            return null;
        });
        stopAndWait();

        assertThat(blocks("late.mkv")).isEqualTo(1);
    }

    private int blocks(String name) throws IOException {
        try (FileChannel channel = FileChannel.open(folder.resolve(name))) {
            MatroskaReader reader = MatroskaReader.open(channel);
            int count = 0;
            while (reader.next() != null) {
                count++;
            }
            return count;
        }
    }

    private void talk() {
        if (talks.get()) {
            video.send();
            audio.send();
            loop.schedule(Duration.ofMillis(20), this::talk);
        }
    }

    private <T> T onLoop(Callable<T> task) throws Exception {
        CompletableFuture<T> done = new CompletableFuture<>();
        loop.execute(() -> {
            try {
                done.complete(task.call());
            } catch (Exception e) {
                done.completeExceptionally(e);
            }
        });
        return done.get(10, TimeUnit.SECONDS);
    }

    private void stopAndWait() throws Exception {
        CompletionStage<Void> stored = onLoop(() -> recording.stop());
        stored.toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private static List<Block> blocks(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            MatroskaReader reader = MatroskaReader.open(channel);
            List<Block> blocks = new ArrayList<>();
            for (Block block = reader.next(); block != null; block = reader.next()) {
                blocks.add(block);
            }
            return blocks;
        }
    }

    /** What a process leaves that is killed at any moment is what the file is at that moment. */
    @Test
    void canBeReadWhileItGrowsUpToASecondBefore() throws Exception {
        Path file = folder.resolve("a.webm");
        long began = System.nanoTime();
        record(file.toUri().toString(), files());
        await().until(() -> Files.exists(file) && Files.size(file) > 1_000);
        await().untilAsserted(() -> {
            long now = Duration.ofNanos(System.nanoTime() - began).toMillis();
            assertThat(blocks(file).getLast().millis()).isBetween(Math.max(500, now - 1_000), now);
        });

        byte[] all = Files.readAllBytes(file);
        for (int length = all.length; length > all.length - 300; length -= 7) { // in the middle of a piece, too
            Path cut = Files.write(folder.resolve("cut.webm"), Arrays.copyOf(all, length));
            assertThat(blocks(cut)).hasSizeGreaterThan(20);
        }
    }

    @Test
    void tellsWhenItBeganAndHowLongItIs() throws Exception {
        Path file = folder.resolve("a.webm");
        Instant before = Instant.now().minusMillis(100);
        record("a.webm", files());
        await().until(() -> news.contains("started"));
        assertThat(news).containsOnlyOnce("started");
        await().until(() -> Files.size(file) > 2_000);
        stopAndWait();
        try (FileChannel channel = FileChannel.open(file)) {
            MatroskaReader reader = MatroskaReader.open(channel);
            assertThat(reader.tracks()).hasSize(2);
            assertThat(reader.start()).isBetween(before, Instant.now());
            assertThat(reader.durationMillis()).isEqualTo(blocks(file).getLast().millis());
        }
        assertThat(onLoop(() -> recording.record())).as("once is enough").isFalse();
    }

    @Test
    void leavesOutAPauseWithoutAHole() throws Exception {
        Path file = folder.resolve("a.webm");
        record("a.webm", files());
        await().until(() -> Files.size(file) > 1_000);
        onLoop(() -> recording.pause());
        long paused = System.nanoTime();
        await().until(() -> System.nanoTime() - paused > Duration.ofMillis(700).toNanos());
        onLoop(() -> recording.record());
        long size = Files.size(file);
        await().until(() -> Files.size(file) > size + 1_000);
        stopAndWait();

        List<Long> times = blocks(file).stream()
                .filter(block -> block.track() == 1)
                .map(Block::millis)
                .toList();
        for (int i = 1; i < times.size(); i++) {
            assertThat(times.get(i) - times.get(i - 1)).isBetween(0L, 400L);
        }
    }

    @Test
    void goesToAHostPieceByPiece() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        server.createContext("/put", exchange -> {
            try (InputStream body = exchange.getRequestBody()) {
                byte[] buffer = new byte[1024];
                for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                    synchronized (received) {
                        received.write(buffer, 0, read);
                    }
                }
            }
            news.add(exchange.getRequestMethod());
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        String host = "127.0.0.1:" + server.getAddress().getPort();
        try {
            record("http://" + host + "/put", new MediaLocations(List.of(), Set.of(host)));
            await().until(() -> {
                synchronized (received) {
                    return received.size() > 1_000; // while it is being recorded
                }
            });
            stopAndWait();
        } finally {
            server.stop(0);
        }
        assertThat(news).contains("PUT").noneMatch(line -> line.startsWith("failed"));
        assertThat(blocks(Files.write(folder.resolve("received.webm"), received.toByteArray())))
                .hasSizeGreaterThan(20);
    }

    @Test
    void failsWhereItMayNotWrite() throws Exception {
        record("file:///etc/x.webm", files());
        await().until(() -> news.contains("failed RESOURCE_ERROR_OPEN"));
        stopAndWait();
        assertThat(Path.of("/etc/x.webm")).doesNotExist();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void failsWhenTheDiskIsFull() throws Exception {
        FileTarget full = new FileTarget(Path.of("/dev/full"));
        ServerClock clock = new ServerClock(System::nanoTime, 0);
        recording = new Recording(
                loop, clock, EnumSet.of(MediaKind.AUDIO), full, new RecordingNews(news), Recording.Storing.forNobody());
        onLoop(() -> {
            recording.source(MediaKind.AUDIO, audio);
            recording.record();
            talk();
            return null;
        });
        await().until(() -> news.contains("failed RESOURCE_ERROR_NO_SPACE_LEFT"));
        stopAndWait();
    }

    /** A disk that becomes full in the middle: what was stored before is whole. */
    @Test
    void keepsWhatWasStoredBeforeTheDiskWasFull() throws Exception {
        Path file = folder.resolve("a.webm");
        RecordingTarget target = new FileTarget(file) {
            private int written;

            @Override
            public void write(byte[] piece) throws IOException {
                written += piece.length;
                if (written > 3_000) {
                    throw new IOException("No space left on device");
                }
                super.write(piece);
            }
        };
        ServerClock clock = new ServerClock(System::nanoTime, 0);
        recording = new Recording(
                loop,
                clock,
                EnumSet.of(MediaKind.AUDIO),
                target,
                new RecordingNews(news),
                Recording.Storing.forNobody());
        onLoop(() -> {
            recording.source(MediaKind.AUDIO, audio);
            recording.record();
            talk();
            return null;
        });
        await().until(() -> news.contains("failed RESOURCE_ERROR_NO_SPACE_LEFT"));
        assertThat(blocks(file)).hasSizeGreaterThan(20);
    }

    /** What a server does that is told to stop. */
    @Test
    void isStoredBeforeTheProcessEnds() throws Exception {
        ServerClock clock = new ServerClock(System::nanoTime, System.currentTimeMillis() * 1_000_000);
        Recorders recorders = new Recorders(clock, files());
        recording = recorders.create(loop, "a.webm", EnumSet.of(MediaKind.AUDIO), new RecordingNews(news));
        onLoop(() -> {
            recording.source(MediaKind.AUDIO, audio);
            recording.record();
            talk();
            return null;
        });
        await().until(() -> news.contains("started"));
        loop.execute(() -> recording.stop());
        recorders.awaitStored(Duration.ofSeconds(10));
        try (FileChannel channel = FileChannel.open(folder.resolve("a.webm"))) {
            assertThat(MatroskaReader.open(channel).durationMillis()).isPositive();
        }
    }

    @Test
    void endsWithoutMedia() throws Exception {
        talks.set(false);
        record("a.webm", files());
        stopAndWait();
        assertThat(news).doesNotContain("started");
    }
}

package plenum.composer;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.composer.ffmpeg.Maker;
import plenum.composer.timeline.Timeline;

/** Gives all recordings below a folder a step of work in turn, some at a time. A recording is a folder with a timeline. */
final class Workshop implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Workshop.class);
    private static final Duration LOOK = Duration.ofMillis(300);
    /** After a failure the next try waits, for the disk to have room again. */
    private static final Duration REST = Duration.ofSeconds(5);
    /** Touched while it looks, so that others see that it does. */
    private static final String HEARTBEAT = ".composer.alive";

    private final Path folder;
    private final Maker maker;
    private final InstantSource clock;
    private final ExecutorService workers;
    private final Map<Path, Composition> compositions = new HashMap<>();
    private final Set<Path> busy = ConcurrentHashMap.newKeySet();
    /** Something has been made: there may be more to do at once. */
    private final Semaphore more = new Semaphore(0);

    private final Map<Path, Long> resting = new ConcurrentHashMap<>();

    Workshop(Path folder, Maker maker, InstantSource clock, int jobs) {
        this.folder = folder;
        this.maker = maker;
        this.clock = clock;
        this.workers = Executors.newFixedThreadPool(
                jobs, Thread.ofPlatform().name("chunk-", 0).daemon().factory());
    }

    /** Until it is interrupted. */
    void run() throws InterruptedException {
        do {
            look();
            if (more.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                more.drainPermits();
            }
        } while (!Thread.interrupted());
    }

    /** Hands out what there is to do. */
    void look() {
        Set<Path> found = new HashSet<>();
        try (DirectoryStream<Path> recordings = Files.newDirectoryStream(folder, Files::isDirectory)) {
            Files.writeString(folder.resolve(HEARTBEAT), Long.toString(clock.millis()));
            for (Path recording : recordings) {
                if (Files.exists(recording.resolve(Timeline.FILE))) {
                    found.add(recording);
                    begin(recording);
                }
            }
        } catch (IOException e) {
            log.warn("the recordings cannot be looked at: {}", e.toString());
        }
        compositions.keySet().removeIf(recording -> !found.contains(recording) && !busy.contains(recording));
    }

    private void begin(Path recording) {
        if (resting.getOrDefault(recording, 0L) > clock.millis() || !busy.add(recording)) {
            return;
        }
        Composition composition = compositions.computeIfAbsent(recording, path -> new Composition(path, maker, clock));
        workers.execute(() -> {
            boolean progress = false;
            try {
                progress = composition.step();
            } catch (IOException | RuntimeException e) {
                log.warn("recording {}: {}", recording.getFileName(), e.toString());
                composition.tellTrouble(e);
                resting.put(recording, clock.millis() + REST.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                busy.remove(recording);
                if (progress) {
                    more.release();
                }
            }
        });
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}

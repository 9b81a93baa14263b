package plenum.bench.drive;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import plenum.mediaserver.bench.BenchFailure;
import plenum.mediaserver.bench.StopWatch;

/** Browsers of one person that upload one file after the other, in pieces as a browser sends them, until it is closed. */
final class Uploads implements AutoCloseable {
    /** The largest piece that a browser sends. */
    private static final int PIECE = 30 * 65_536;

    private static final int PIECES = 16;
    private static final double BITS_PER_MEGABYTE = 8;

    private final URI site;
    private final String session;
    private final String drive;
    private final int megabits;
    private final AtomicLong sent = new AtomicLong();
    private final List<CompletableFuture<Void>> running = new ArrayList<>();
    private volatile boolean over;
    private StopWatch since = new StopWatch();

    /**
     * @param drive id of the person's own
     * @param megabits that each of them sends in a second at most; 0: as fast as the server takes them
     */
    Uploads(URI site, String session, String drive, int megabits) {
        this.site = site;
        this.session = session;
        this.drive = drive;
        this.megabits = megabits;
    }

    void begin(int count) {
        for (int number = 0; number < count; number++) {
            String name = "upload " + number + ".bin";
            CompletableFuture<Void> end = new CompletableFuture<>();
            running.add(end);
            Thread.ofPlatform().daemon().name("plenum-bench-upload").start(() -> {
                try {
                    goOn(name);
                    end.complete(null);
                } catch (IOException | BenchFailure e) {
                    end.completeExceptionally(e);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    end.completeExceptionally(e);
                }
            });
        }
        since = new StopWatch();
    }

    /** 10⁶ bytes a second, all of them together, since they began. */
    double megabytesPerSecond() {
        return sent.get() / 1e6 / since.seconds();
    }

    /** Each file is a further version of the last one, of which a drive keeps twenty. */
    private void goOn(String name) throws IOException, InterruptedException, BenchFailure {
        byte[] piece = new byte[PIECE];
        new Random(name.hashCode()).nextBytes(piece);
        try (DriveVisitor visitor = new DriveVisitor(site, session)) {
            while (!over) {
                upload(visitor, name, piece);
            }
        }
    }

    private void upload(DriveVisitor visitor, String name, byte[] piece)
            throws IOException, InterruptedException, BenchFailure {
        String wish = "{\"drive\":\"%s\",\"folder\":\"\",\"path\":\"%s\",\"size\":%d}"
                .formatted(drive, name, (long) PIECES * PIECE);
        HttpResponse<String> begun =
                visitor.send("POST", "/uploads", BodyPublishers.ofString(wish), "Content-Type", "application/json");
        if (begun.statusCode() != 201) {
            throw new BenchFailure("the upload was not begun: " + begun.statusCode() + " " + begun.body());
        }
        String address = "/uploads/" + DriveVisitor.find(begun.body(), "\"id\":\"([^\"]+)\"");
        for (int number = 0; number < PIECES && !over; number++) {
            StopWatch took = new StopWatch();
            HttpResponse<String> answer = visitor.send(
                    "PATCH",
                    address,
                    BodyPublishers.ofByteArray(piece),
                    "Upload-Offset",
                    Long.toString((long) number * PIECE),
                    "Content-Type",
                    "application/offset+octet-stream");
            if (answer.statusCode() >= 300) {
                throw new BenchFailure("a piece was answered with " + answer.statusCode() + " " + answer.body());
            }
            sent.addAndGet(PIECE);
            keepPace(took);
        }
    }

    private void keepPace(StopWatch took) {
        if (megabits > 0) {
            double due = PIECE / 1e6 * BITS_PER_MEGABYTE / megabits;
            StopWatch.pass(Duration.ofNanos((long) (Math.max(0, due - took.seconds()) * 1e9)));
        }
    }

    /** When none of them has failed. */
    void end() throws InterruptedException, BenchFailure {
        over = true;
        for (CompletableFuture<Void> one : running) {
            try {
                one.get();
            } catch (ExecutionException e) {
                throw new BenchFailure("an upload failed: " + e.getMessage());
            }
        }
        running.clear();
    }

    @Override
    public void close() {
        over = true;
    }
}

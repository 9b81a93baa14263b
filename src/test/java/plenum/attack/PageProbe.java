package plenum.attack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Asks for a page again and again, each time by a connection of its own as a newcomer does, and remembers how long the answers took. */
final class PageProbe {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int PAUSE_MILLIS = 150;
    private static final int FEWEST = 5;

    private final HttpRequest request;
    private final List<Duration> answers = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final CompletableFuture<Void> done;

    private PageProbe(URI page) {
        request = HttpRequest.newBuilder(page).timeout(PATIENCE).build();
        // virtual threads would queue behind those of the attackers
        done = CompletableFuture.runAsync(
                this::ask, task -> Thread.ofPlatform().daemon().start(task));
    }

    static PageProbe start(URI page) {
        return new PageProbe(page);
    }

    /** Asks some times at least. */
    private void ask() {
        try {
            while (!over.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                askOnce();
            }
            while (answers.size() < FEWEST) {
                askOnce();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void askOnce() throws InterruptedException {
        long asked = System.nanoTime();
        HttpClient newcomer = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
        try {
            int status = newcomer.send(request, BodyHandlers.ofString()).statusCode();
            if (status != 200) {
                failures.add("status " + status);
            }
        } catch (IOException e) {
            failures.add(e.toString());
        }
        answers.add(Duration.ofNanos(System.nanoTime() - asked));
        newcomer.shutdownNow();
    }

    /** Ends, and tells how long the answers took. */
    Result stop() {
        over.countDown();
        done.join();
        List<Duration> sorted = answers.stream().sorted().toList();
        return new Result(request.uri().getPath(), sorted.get(sorted.size() / 2), sorted.getLast(), failures);
    }

    /** @param failures what came instead of a page */
    record Result(String path, Duration median, Duration longest, List<String> failures) {}
}

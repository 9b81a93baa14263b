package plenum.mediaserver.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventLoopsTest {
    private static final Duration SOON = Duration.ofSeconds(5);

    private final EventLoops loops = new EventLoops(2);

    @AfterEach
    void close() {
        loops.close();
    }

    @Test
    void thePulseWaitsForEachLoop() throws InterruptedException {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch entered = new CountDownLatch(1);
        loops.all().getLast().execute(() -> {
            entered.countDown();
            awaitQuietly(busy);
        });
        entered.await();

        CompletableFuture<Void> pulse = loops.pulse().toCompletableFuture();

        assertThat(pulse).isNotDone();
        busy.countDown();
        assertThat(pulse).succeedsWithin(SOON);
    }

    @Test
    void thereIsNoPulseWithoutOneOfTheLoops() {
        loops.all().getFirst().netty().shutdownGracefully().awaitUninterruptibly();

        assertThat(loops.pulse().toCompletableFuture()).failsWithin(SOON);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

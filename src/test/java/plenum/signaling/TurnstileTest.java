package plenum.signaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.conference.FakeTimers;

@Tag("signaling")
class TurnstileTest {
    private static final Runnable NOTHING = () -> {};

    private final FakeTimers time = new FakeTimers();
    private final Turnstile turnstile = new Turnstile(2, Duration.ofSeconds(10), time, time);

    @Test
    void letsAFewThroughAtATimeAndAllInTheEnd() {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch open = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<?>[] all = new CompletableFuture<?>[50];
            for (int i = 0; i < all.length; i++) {
                all[i] = CompletableFuture.runAsync(
                        () -> turnstile.through(
                                () -> {
                                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                                    awaitQuietly(open);
                                    return inside.decrementAndGet();
                                },
                                NOTHING),
                        threads);
            }
            Awaitility.await().until(() -> inside.get() == 2);
            open.countDown();
            CompletableFuture.allOf(all).join();
        }
        assertThat(most).hasValue(2);
    }

    @Test
    void whoCameFirstIsLetThroughFirst() {
        Turnstile narrow = new Turnstile(1, Duration.ofSeconds(10), time, time);
        CountDownLatch open = new CountDownLatch(1);
        List<Integer> order = Collections.synchronizedList(new ArrayList<>());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            occupy(narrow, threads, open);
            for (int i = 0; i < 20; i++) {
                int number = i;
                threads.execute(() -> narrow.through(() -> order.add(number), NOTHING));
                Awaitility.await().until(() -> narrow.waiting() == number + 1);
            }
            open.countDown();
        }
        assertThat(order).hasSize(20).isSorted();
    }

    @Test
    void whoWaitsLearnsAtOnceThatTheDatabaseFailed() {
        CountDownLatch open = new CountDownLatch(1);
        CountDownLatch fails = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            occupy(turnstile, threads, open);
            occupy(turnstile, threads, fails, () -> {
                throw new IllegalStateException("away");
            });
            CompletableFuture<?> waiting =
                    CompletableFuture.runAsync(() -> turnstile.through(() -> 1, NOTHING), threads);
            Awaitility.await().until(() -> turnstile.waiting() == 1);
            fails.countDown();
            assertThatThrownBy(waiting::join).hasCauseInstanceOf(Turnstile.Closed.class);
            open.countDown();
        }
    }

    @Test
    void nobodyWaitsForEver() {
        Turnstile impatient = new Turnstile(1, Duration.ofMillis(20), time, time);
        CountDownLatch open = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            occupy(impatient, threads, open);
            assertThatThrownBy(() -> impatient.through(() -> 1, NOTHING)).isInstanceOf(Turnstile.Closed.class);
            assertThat(impatient.waiting()).isZero();
            open.countDown();
        }
        assertThat(impatient.through(() -> 1, NOTHING)).isEqualTo(1);
    }

    private static void occupy(Turnstile turnstile, ExecutorService threads, CountDownLatch until) {
        occupy(turnstile, threads, until, () -> {});
    }

    private static void occupy(Turnstile turnstile, ExecutorService threads, CountDownLatch until, Runnable then) {
        CountDownLatch in = new CountDownLatch(1);
        threads.submit(() -> turnstile.through(
                () -> {
                    in.countDown();
                    awaitQuietly(until);
                    then.run();
                    return 1;
                },
                NOTHING));
        awaitQuietly(in);
    }

    @Test
    void nobodyWaitsForADatabaseThatHasJustFailed() {
        assertThatThrownBy(() -> turnstile.through(
                        () -> {
                            throw new IllegalStateException("away");
                        },
                        NOTHING))
                .hasMessage("away");
        assertThatThrownBy(() -> turnstile.through(() -> 1, NOTHING)).isInstanceOf(Turnstile.Closed.class);
        time.pass(Turnstile.PAUSE);
        assertThat(turnstile.through(() -> 1, NOTHING)).isEqualTo(1);
    }

    @Test
    void nobodyWaitsForADatabaseThatDoesNotAnswer() {
        AtomicBoolean told = new AtomicBoolean();
        assertThatThrownBy(() -> turnstile.through(
                        () -> {
                            time.pass(Turnstile.SLOW);
                            assertThat(told).isTrue();
                            assertThatThrownBy(() -> turnstile.through(() -> 1, NOTHING))
                                    .isInstanceOf(Turnstile.Closed.class);
                            return 1;
                        },
                        () -> told.set(true)))
                .isInstanceOf(Turnstile.Closed.class);
        assertThat(turnstile.through(() -> 1, NOTHING)).isEqualTo(1);
    }

    @Test
    void aDatabaseThatIsOnlySlowIsWaitedFor() {
        AtomicBoolean told = new AtomicBoolean();
        int answer = turnstile.through(
                () -> {
                    for (int i = 0; i < 10; i++) {
                        time.pass(Turnstile.SLOW.dividedBy(2));
                        turnstile.through(() -> 1, NOTHING);
                    }
                    return 2;
                },
                () -> told.set(true));
        assertThat(answer).isEqualTo(2);
        assertThat(told).isFalse();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

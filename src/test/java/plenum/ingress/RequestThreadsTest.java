package plenum.ingress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("ingress")
class RequestThreadsTest {
    private final RequestThreads threads =
            new RequestThreads(4, 2, 3, Thread.ofPlatform().daemon().factory());
    private final CountDownLatch parked = new CountDownLatch(1);
    private final AtomicInteger running = new AtomicInteger();

    @AfterEach
    void end() {
        parked.countDown();
        threads.close();
    }

    @Test
    void oneClientHoldsNoMoreThanItsShare() throws InterruptedException {
        for (int i = 0; i < 5; i++) {
            assertThat(threads.submit("stranger", this::park)).isTrue();
        }
        Awaitility.await().until(() -> running.get() == 2);

        CountDownLatch served = new CountDownLatch(10);
        for (int i = 0; i < 10; i++) {
            while (!threads.submit("bystander", served::countDown)) {
                Thread.onSpinWait();
            }
        }

        assertThat(served.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(running).hasValue(2);
    }

    @Test
    void refusesWhatIsTooMuchForOneClient() {
        for (int i = 0; i < 5; i++) {
            assertThat(threads.submit("stranger", this::park)).isTrue();
        }
        assertThat(threads.submit("stranger", this::park)).isFalse();
        assertThat(threads.submit("bystander", () -> {})).isTrue();
    }

    @Test
    void whatWaitsComesInItsOrderAndNothingIsKeptOfWhoIsGone() {
        List<Integer> order = new ArrayList<>();
        RequestThreads one =
                new RequestThreads(4, 1, 100, Thread.ofPlatform().daemon().factory());
        for (int i = 0; i < 50; i++) {
            int number = i;
            assertThat(one.submit("client", () -> order.add(number))).isTrue();
        }
        Awaitility.await().until(() -> one.clients() == 0);

        assertThat(order).isSorted().hasSize(50);
        one.close();
        assertThat(one.submit("client", () -> {})).isFalse();
    }

    @Test
    void aTaskThatFailsGivesItsTurnBack() {
        RequestThreads failing = new RequestThreads(4, 2, 3, task -> {
            Thread thread = new Thread(task);
            thread.setUncaughtExceptionHandler((who, problem) -> {});
            return thread;
        });
        for (int i = 0; i < 20; i++) {
            Awaitility.await()
                    .until(() -> failing.submit("client", () -> {
                        throw new IllegalStateException("on purpose");
                    }));
        }
        Awaitility.await().until(() -> failing.clients() == 0);
        failing.close();
    }

    private void park() {
        running.incrementAndGet();
        try {
            parked.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

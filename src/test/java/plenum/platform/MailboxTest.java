package plenum.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("platform")
class MailboxTest {
    private final List<Integer> done = new ArrayList<>();

    @Test
    void keepsTheOrderEvenOfWhatItsOwnTasksPost() {
        Mailbox mailbox = new Mailbox("test", Runnable::run);
        mailbox.post(() -> {
            mailbox.post(() -> done.add(2));
            done.add(1);
        });
        mailbox.post(() -> done.add(3));
        assertThat(done).containsExactly(1, 2, 3);
    }

    @Test
    void outlivesAFailure() {
        Mailbox mailbox = new Mailbox("test", Runnable::run);
        mailbox.post(() -> {
            throw new IllegalStateException("on purpose");
        });
        mailbox.post(() -> done.add(1));
        assertThat(done).containsExactly(1);
    }

    @Test
    void finishesWhatWasPostedBeforeItWasClosed() {
        Queue<Runnable> later = new ArrayDeque<>();
        Mailbox mailbox = new Mailbox("test", later::add);
        assertThat(mailbox.post(() -> done.add(1))).isTrue();
        mailbox.close();
        assertThat(mailbox.post(() -> done.add(2))).isFalse();
        later.remove().run();
        assertThat(done).containsExactly(1);
        assertThat(later).isEmpty();
    }

    @Test
    void refusesRatherThanGrowWithoutEnd() {
        Mailbox stuck = new Mailbox("test", task -> {});
        int accepted = 0;
        while (accepted < 100_000 && stuck.post(() -> {})) {
            accepted++;
        }
        assertThat(accepted).isEqualTo(20_000);
    }

    @Test
    void runsOneTaskAtATimeOnManyThreads() throws Exception {
        int[] count = new int[1];
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Mailbox mailbox = new Mailbox("test", threads);
            CountDownLatch latch = new CountDownLatch(10_000);
            for (int i = 0; i < 10; i++) {
                threads.execute(() -> {
                    for (int j = 0; j < 1000; j++) {
                        mailbox.post(() -> {
                            count[0]++;
                            latch.countDown();
                        });
                    }
                });
            }
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(count[0]).isEqualTo(10_000);
    }
}

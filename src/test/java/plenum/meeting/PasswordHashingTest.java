package plenum.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.platform.HashingSlots;
import plenum.platform.HashingSlots.Queue;

@Tag("meeting")
class PasswordHashingTest {
    private static final MeetingPassword RIGHT =
            MeetingPassword.parse("correct horse").orElseThrow();
    private static final MeetingPassword WRONG =
            MeetingPassword.parse("correct house").orElseThrow();

    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final HeldRandom random = new HeldRandom();

    @AfterEach
    void letGo() {
        random.held.countDown();
        callers.close();
    }

    @Test
    void hashesAndFindsTheRightOne() {
        random.held.countDown();
        PasswordHashing hashing = new PasswordHashing(random, 1000, new HashingSlots(1, Duration.ofSeconds(2)));
        PasswordHash hash = hashing.hash(RIGHT, Queue.PAGE).orElseThrow();
        assertThat(hashing.matches(hash, WRONG, Queue.SOCKET)).contains(false);
        assertThat(hashing.matches(hash, RIGHT, Queue.SOCKET)).contains(true);
        assertThat(hashing.matches(hash, RIGHT, Queue.SOCKET)).contains(true);
        assertThat(hashing.matches(hash, WRONG, Queue.SOCKET)).contains(false);
    }

    @Test
    void noMoreThanItsShareOfTheProcessorsHash() {
        PasswordHashing hashing = new PasswordHashing(random, 10, new HashingSlots(2, Duration.ofSeconds(2)));
        List<CompletableFuture<Optional<PasswordHash>>> all = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            all.add(CompletableFuture.supplyAsync(() -> hashing.hash(RIGHT, Queue.SOCKET), callers));
        }
        await().untilAtomic(random.drawing, org.hamcrest.Matchers.equalTo(2));
        random.held.countDown();
        assertThat(all).allSatisfy(one -> assertThat(one.join()).isPresent());
        assertThat(random.mostAtOnce).hasValue(2);
    }

    @Test
    void whoComesOnTopOfAFullQueueIsToldAtOnceAndHoldsNothingUp() {
        PasswordHashing hashing = new PasswordHashing(random, 10, new HashingSlots(1, Duration.ofSeconds(2)));
        List<CompletableFuture<Optional<PasswordHash>>> pages = new ArrayList<>();
        for (int i = 0; i < 3 * Queue.PAGE.most(); i++) {
            pages.add(CompletableFuture.supplyAsync(() -> hashing.hash(RIGHT, Queue.PAGE), callers));
        }
        // one holds the only processor; of the others, all that found no place have their answer
        await().until(() -> pages.stream().filter(CompletableFuture::isDone).count() >= 2 * Queue.PAGE.most() - 1);
        assertThat(pages.stream().filter(CompletableFuture::isDone).map(CompletableFuture::join))
                .allMatch(Optional::isEmpty);

        CompletableFuture<Optional<PasswordHash>> socket =
                CompletableFuture.supplyAsync(() -> hashing.hash(RIGHT, Queue.SOCKET), callers);
        random.held.countDown();
        assertThat(socket.join()).as("pages do not fill the queue of sockets").isPresent();
    }

    @Test
    void whoHasWaitedTooLongIsToldSo() {
        PasswordHashing hashing = new PasswordHashing(random, 10, new HashingSlots(1, Duration.ofSeconds(2)));
        CompletableFuture.supplyAsync(() -> hashing.hash(RIGHT, Queue.SOCKET), callers);
        await().untilAtomic(random.drawing, org.hamcrest.Matchers.equalTo(1));
        assertThat(hashing.hash(RIGHT, Queue.PAGE)).isEmpty();
    }

    /** Drawing a salt is where hashing begins: it waits there until a test lets it go on. */
    private static final class HeldRandom implements RandomGenerator {
        private final Random random = new Random(1);
        private final CountDownLatch held = new CountDownLatch(1);
        private final AtomicInteger drawing = new AtomicInteger();
        private final AtomicInteger mostAtOnce = new AtomicInteger();

        @Override
        public void nextBytes(byte[] bytes) {
            int now = drawing.incrementAndGet();
            mostAtOnce.accumulateAndGet(now, Math::max);
            try {
                held.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            synchronized (random) {
                random.nextBytes(bytes);
            }
            drawing.decrementAndGet();
        }

        @Override
        public long nextLong() {
            return random.nextLong();
        }
    }
}

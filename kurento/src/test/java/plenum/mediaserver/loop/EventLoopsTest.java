package plenum.mediaserver.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("loop")
class EventLoopsTest {
    private static final Duration SOON = Duration.ofSeconds(5);

    private final EventLoops loops = new EventLoops(2);

    @AfterEach
    void close() {
        loops.close();
    }

    @Test
    void thePulseWaitsForEachLoop() {
        CompletableFuture<Void> busy = new CompletableFuture<>();
        loops.all().getLast().execute(busy::join);

        CompletableFuture<Void> pulse = loops.pulse().toCompletableFuture();

        assertThat(pulse).isNotDone();
        busy.complete(null);
        assertThat(pulse).succeedsWithin(SOON);
    }

    @Test
    void thereIsNoPulseWithoutOneOfTheLoops() {
        loops.all().getFirst().netty().shutdownGracefully().awaitUninterruptibly();

        assertThat(loops.pulse().toCompletableFuture()).failsWithin(SOON);
    }
}

package plenum.mediaserver.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("flow")
class KeyframeRequestsTest {
    private static final long MS = 1_000_000L;
    private final AtomicInteger sent = new AtomicInteger();
    private final KeyframeRequests requests = new KeyframeRequests(new RequestSpacing(), sent::incrementAndGet);

    @Test
    void passesOnTheFirstAtOnceAndThenOnePerSecond() {
        for (long now = 0; now <= 3_000; now += 10) {
            requests.request(now * MS);
            if (now % 1_000 == 100) {
                requests.arrived();
            }
        }
        assertThat(sent).hasValue(4);
    }

    @Test
    void repeatsARequestThatNothingComesOf() {
        for (long now = 0; now <= 3_000; now += 10) {
            requests.request(now * MS);
        }
        assertThat(sent).hasValue(7);
    }

    @Test
    void keepsAWishUntilItsTurn() {
        requests.request(0);
        requests.arrived();
        requests.request(200 * MS);
        requests.poll(900 * MS);
        assertThat(sent).hasValue(1);
        requests.poll(1_000 * MS);
        assertThat(sent).hasValue(2);
    }

    @Test
    void forgetsAWishThatAKeyFrameHasFulfilled() {
        requests.request(0);
        requests.request(200 * MS);
        requests.arrived();
        requests.poll(1_500 * MS);
        assertThat(sent).hasValue(1);
    }

    /** A browser would not hear the second one. */
    @Test
    void keepsTheRequestsOfTwoLayersApart() {
        RequestSpacing spacing = new RequestSpacing();
        KeyframeRequests first = new KeyframeRequests(spacing, sent::incrementAndGet);
        KeyframeRequests second = new KeyframeRequests(spacing, sent::incrementAndGet);
        first.request(0);
        second.request(100 * MS);
        second.poll(300 * MS);
        assertThat(sent).hasValue(1);
        second.poll(320 * MS);
        assertThat(sent).hasValue(2);
        second.poll(700 * MS);
        assertThat(sent).hasValue(2);
    }
}

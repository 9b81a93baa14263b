package plenum.mediaserver.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A taker without limits, such as a recorder, has the best layer that lasts, and each change begins with a key frame. */
@Tag("flow")
class BestLayerTest extends SimulcastCall {
    private final List<Integer> layers = new ArrayList<>();
    private final Taker taker = new Taker() {
        private boolean anew = true;

        @Override
        public boolean take(Subscription by, KeptPacket packet) {
            assertThat(packet.startsKeyFrame() || !anew).isTrue();
            anew = false;
            layers.add(packet.layer().index());
            return false;
        }

        @Override
        public void restarted() {
            anew = true;
        }
    };

    private void frames(Subscription subscription, int count, int... sent) {
        for (int i = 0; i < count; i++) {
            frameBetweenLooks(i % 10 == 0, sent);
            subscription.adapt();
        }
    }

    @Test
    void goesUpToTheLargestAndLeavesItWhenItStops() {
        Subscription subscription = publication.subscribe(taker, new Wish(clock));
        frames(subscription, 60, LOW, MIDDLE, HIGH);
        assertThat(layers).last().isEqualTo(HIGH);
        frames(subscription, 60, LOW, MIDDLE);
        assertThat(layers).last().isEqualTo(MIDDLE);
        int taken = layers.size();
        subscription.close();
        frames(subscription, 10, LOW, MIDDLE);
        assertThat(layers).hasSize(taken);
    }
}

package plenum.mediaserver.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.mediaserver.payload.MediaPacket;

@Tag("record")
class ReorderBufferTest {
    private final ReorderBuffer buffer = new ReorderBuffer();
    private final List<Long> handedOn = new ArrayList<>();

    private void arrive(long sequence, boolean key, long nowNanos) {
        buffer.add(new MediaPacket(sequence, 0, true, key, new byte[0]), nowNanos);
        buffer.drain(packet -> handedOn.add(packet.sequence()), nowNanos);
    }

    @Test
    void putsWhatWasRepairedInItsPlace() {
        buffer.begin(10);
        arrive(10, true, 0);
        arrive(12, false, 1);
        arrive(13, false, 2);
        assertThat(buffer.waits()).isTrue();
        assertThat(handedOn).containsExactly(10L);
        arrive(11, false, 3);
        arrive(11, false, 4);
        arrive(12, false, 5);

        assertThat(handedOn).containsExactly(10L, 11L, 12L, 13L);
        assertThat(buffer.waits()).isFalse();
    }

    @Test
    void givesUpAfterAWhileAndGoesOnWithAKeyFrame() {
        buffer.begin(10);
        arrive(10, true, 0);
        arrive(12, false, 100);
        arrive(14, true, 150);
        assertThat(buffer.hasWaited(100, 199)).isFalse();
        assertThat(buffer.hasWaited(100, 200)).isTrue();
        assertThat(buffer.skip(true, 200)).isTrue();
        arrive(15, false, 201);

        assertThat(handedOn).containsExactly(10L, 14L, 15L);
    }

    @Test
    void goesOnWithWhatThereIsWhereEachPacketStandsForItself() {
        buffer.begin(10);
        arrive(12, true, 0);
        assertThat(buffer.skip(false, 1)).isTrue();
        arrive(13, true, 2);
        assertThat(handedOn).containsExactly(12L, 13L);
    }

    @Test
    void beginsAnewWhenNoKeyFrameIsThere() {
        buffer.begin(10);
        arrive(12, false, 0);
        assertThat(buffer.skip(true, 1)).isFalse();
        assertThat(buffer.hasBegun()).isFalse();
    }
}

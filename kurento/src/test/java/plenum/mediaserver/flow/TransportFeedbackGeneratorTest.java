package plenum.mediaserver.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.mediaserver.rtp.Rtcp;

@Tag("flow")
class TransportFeedbackGeneratorTest {
    private static final int LOST = Rtcp.TransportFeedback.LOST;
    private final TransportFeedbackGenerator generator = new TransportFeedbackGenerator();

    @Test
    void saysNothingWhenNothingCame() {
        assertThat(generator.poll(1, 2)).isEmpty();
    }

    @Test
    void tellsArrivalsAndLossesAcrossTheWrap() {
        generator.received(65_534, 64_000_000L);
        generator.received(0, 64_500_000L);
        generator.received(1, 65_000_000L);

        Rtcp.TransportFeedback feedback = generator.poll(1, 2).orElseThrow();

        assertThat(feedback.baseSequence()).isEqualTo(65_534);
        assertThat(feedback.referenceTime()).isEqualTo(1);
        assertThat(feedback.arrivals()).containsExactly(0, LOST, 2, 4);
    }

    @Test
    void goesOnWhereItEndedAndCountsItsPackets() {
        generator.received(10, 0);
        generator.poll(1, 2);
        generator.received(12, 1_000_000);

        Rtcp.TransportFeedback feedback = generator.poll(1, 2).orElseThrow();

        assertThat(feedback.baseSequence()).isEqualTo(11);
        assertThat(feedback.count()).isEqualTo(1);
        assertThat(feedback.arrivals()).containsExactly(LOST, 4);
    }
}

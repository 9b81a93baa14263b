package plenum.mediaserver.congestion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On simulated ways. */
@Tag("congestion")
class BandwidthEstimatorTest {
    private static final long WIDE = 2_000_000;
    private static final long NARROW = 500_000;
    private static final long MEDIA = 1_700_000;

    @Test
    void knowsNothingBeforeTheFirstFeedback() {
        assertThat(new BandwidthEstimator().bitsPerSecond()).isZero();
        assertThat(new BandwidthEstimator().trialRate(MEDIA, 1)).isZero();
    }

    @Test
    void findsAWideWayInASecond() {
        SimulatedLink link = new SimulatedLink(20_000_000, 300, MEDIA, 0);
        link.run(1_000);
        assertThat(link.sending()).isEqualTo(MEDIA);
        assertThat(link.dropped).isZero();
    }

    @ParameterizedTest
    @CsvSource({"100", "300", "1000"})
    void followsAWayThatGetsNarrowAndWideAgain(int queueMillis) {
        SimulatedLink link = new SimulatedLink(WIDE, queueMillis, MEDIA, 0);
        link.run(10_000);
        assertThat(link.sending()).as("on a wide way").isBetween((long) (0.8 * MEDIA), MEDIA);

        link.rate(NARROW);
        link.run(2_000);
        assertThat(link.sending()).as("two seconds after it got narrow").isLessThanOrEqualTo(NARROW);
        long dropped = link.dropped;
        link.run(10_000);
        assertThat(link.sending()).as("on a narrow way").isBetween(NARROW * 6 / 10, NARROW * 12 / 10);
        assertThat(link.dropped - dropped).as("drops once it has adapted").isLessThan(25);

        link.rate(WIDE);
        link.run(8_000);
        assertThat(link.sending()).as("eight seconds after it got wide").isGreaterThan(MEDIA * 8 / 10);
    }

    /** Radio loses packets without being full. */
    @ParameterizedTest
    @CsvSource({"100", "20", "10"})
    void isNotFrightenedByLossesWithoutAQueue(int lossEvery) {
        SimulatedLink link = new SimulatedLink(WIDE * 2, 300, MEDIA, lossEvery);
        link.run(15_000);
        assertThat(link.sending()).isGreaterThan(NARROW * 2);
    }

    /** It is more than the estimate while it goes through; how fast it got through says that the way is wide enough. */
    @ParameterizedTest
    @CsvSource({"20", "50", "80"})
    void isNotFrightenedByAKeyFrame(int packets) {
        SimulatedLink link = new SimulatedLink(WIDE, 500, 150_000, 0);
        link.run(5_000);
        long before = link.estimator.bitsPerSecond();
        link.keyFrame(packets);
        link.run(1_000);
        assertThat(link.estimator.bitsPerSecond()).isGreaterThanOrEqualTo(before);
    }

    /** A picture that fits is not left because of the queues that trials make. */
    @Test
    void staysWithAPictureThatFitsWhileMoreIsTried() {
        SimulatedLink link = new SimulatedLink(NARROW, 300, MEDIA, 0);
        link.pictures(150_000, 370_000, 900_000);
        link.run(5_000);
        int fitting = 0;
        for (int i = 0; i < 200; i++) {
            link.run(100);
            fitting += link.sending() == 370_000 ? 1 : 0;
        }
        assertThat(fitting).isGreaterThan(170);
    }

    /** A way that drops instead of queueing shows no delays. */
    @Test
    void lowersTheRateByLossesAlone() {
        SimulatedLink link = new SimulatedLink(NARROW, 15, MEDIA, 0);
        link.run(6_000);
        assertThat(link.sending()).isLessThan(NARROW * 13 / 10);
    }

    @Test
    void asksForNoTrialWhenThereIsNothingMoreToSend() {
        SimulatedLink link = new SimulatedLink(WIDE, 300, 300_000, 0);
        link.run(5_000);
        assertThat(link.delivered).isLessThan(300_000L * 5 / 8_000 * 11 / 10);
    }
}

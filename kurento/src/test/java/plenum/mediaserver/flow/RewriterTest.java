package plenum.mediaserver.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("flow")
class RewriterTest {
    private static final long SECOND = 1_000_000_000L;
    private final Rewriter rewriter = new Rewriter(90_000, 1_000, 50_000);

    private void send(long source, int timestamp, long nanos) {
        rewriter.sent(source, rewriter.sequence(source), rewriter.timestamp(timestamp), nanos);
    }

    @Test
    void followsItsSourceFromTheFirstPacketOfTheRun() {
        rewriter.begin(70_000, 123, 0, 0);

        assertThat(rewriter.sequence(70_000)).isEqualTo(1_001);
        assertThat(rewriter.sequence(70_005)).isEqualTo(1_006);
        assertThat(rewriter.timestamp(123 + 3_000) - rewriter.timestamp(123)).isEqualTo(3_000);
        assertThat(rewriter.covers(69_999)).isFalse();
        assertThat(rewriter.covers(70_000)).isTrue();
    }

    @Test
    void goesOnWithoutASeamWhenTheSourceChanges() {
        rewriter.begin(70_000, 123, 0, 0);
        send(70_000, 123, 0);
        send(70_002, 6_123, SECOND);
        int last = rewriter.timestamp(6_123);
        rewriter.stop();
        rewriter.begin(5, 900_000_000, 0, 2 * SECOND);

        assertThat(rewriter.sequence(5)).isEqualTo(1_004);
        assertThat(rewriter.timestamp(900_000_000) - last).isEqualTo(90_000);
    }

    @Test
    void aRunThatBeginsWithAnOldPacketIsAtTheSameTimeAsItsSource() {
        rewriter.begin(10, 0, 0, 0);
        send(10, 0, 0);
        int last = rewriter.timestamp(0);
        rewriter.stop();
        rewriter.begin(5, 900_000_000, 30_000, SECOND);

        assertThat(rewriter.timestamp(900_000_000 + 30_000) - last).isEqualTo(90_000);
    }

    @Test
    void knowsWhatWouldTakeItsViewerBack() {
        assertThat(rewriter.isPast(90_000, 0)).as("nothing was sent").isFalse();
        rewriter.begin(10, 0, 0, 0);
        send(10, 0, 0);

        assertThat(rewriter.isPast(90_000, SECOND / 2)).isTrue();
        assertThat(rewriter.isPast(90_000, SECOND - SECOND / 20))
                .as("too little to be seen")
                .isFalse();
        assertThat(rewriter.isPast(0, 9 * 3_600 * SECOND))
                .as("after a long night")
                .isFalse();
    }

    @Test
    void neverRepeatsATimestampAcrossRuns() {
        rewriter.begin(10, 0, 0, 0);
        send(10, 0, 0);
        int last = rewriter.timestamp(0);
        rewriter.stop();
        rewriter.begin(10, 0, 0, 0);

        assertThat(rewriter.timestamp(0) - last).isPositive();
    }

    @Test
    void leavesNoGapWhereSomethingIsLeftOut() {
        rewriter.begin(100, 0, 0, 0);
        send(100, 0, 0);
        rewriter.skip(101, 3_000);
        rewriter.skip(102, 3_000);
        send(104, 6_000, 0); // 103 is late
        rewriter.skip(105, 9_000);
        send(106, 12_000, 0);

        assertThat(rewriter.sequence(100)).isEqualTo(1_001);
        assertThat(rewriter.sequence(103)).isEqualTo(1_002);
        assertThat(rewriter.sequence(104)).isEqualTo(1_003);
        assertThat(rewriter.sequence(106)).isEqualTo(1_004);
        assertThat(rewriter.framesSkipped(100)).isZero();
        assertThat(rewriter.framesSkipped(104)).isEqualTo(1);
        assertThat(rewriter.framesSkipped(106)).isEqualTo(2);
        assertThat(rewriter.isNewest(106)).isFalse();
        assertThat(rewriter.isNewest(107)).isTrue();
    }

    @Test
    void extendsTheNumbersThatAViewerAsksFor() {
        rewriter.begin(70_000, 0, 0, 0);
        rewriter.sent(70_000, 65_540, 0, 0);

        assertThat(rewriter.extended(4)).isEqualTo(65_540);
        assertThat(rewriter.extended(65_535)).isEqualTo(65_535);
    }
}

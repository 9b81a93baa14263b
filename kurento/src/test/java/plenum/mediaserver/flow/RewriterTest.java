package plenum.mediaserver.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RewriterTest {
    private static final long SECOND = 1_000_000_000L;
    private final Rewriter rewriter = new Rewriter(90_000, 1_000, 50_000);

    private void send(long source, int timestamp, long nanos) {
        rewriter.sent(rewriter.sequence(source), rewriter.timestamp(timestamp), nanos);
    }

    @Test
    void followsItsSourceFromTheFirstPacketOfTheRun() {
        rewriter.begin(70_000, 123, 0);

        assertThat(rewriter.sequence(70_000)).isEqualTo(1_001);
        assertThat(rewriter.sequence(70_005)).isEqualTo(1_006);
        assertThat(rewriter.timestamp(123 + 3_000) - rewriter.timestamp(123)).isEqualTo(3_000);
        assertThat(rewriter.covers(69_999)).isFalse();
        assertThat(rewriter.covers(70_000)).isTrue();
    }

    @Test
    void goesOnWithoutASeamWhenTheSourceChanges() {
        rewriter.begin(70_000, 123, 0);
        send(70_000, 123, 0);
        send(70_002, 6_123, SECOND);
        int last = rewriter.timestamp(6_123);
        rewriter.stop();
        rewriter.begin(5, 900_000_000, 2 * SECOND);

        assertThat(rewriter.sequence(5)).isEqualTo(1_004);
        assertThat(rewriter.timestamp(900_000_000) - last).isEqualTo(90_000);
    }

    @Test
    void neverRepeatsATimestampAcrossRuns() {
        rewriter.begin(10, 0, 0);
        send(10, 0, 0);
        int last = rewriter.timestamp(0);
        rewriter.stop();
        rewriter.begin(10, 0, 0);

        assertThat(rewriter.timestamp(0) - last).isPositive();
    }

    @Test
    void findsWhatAViewerMissesInTheRunOnly() {
        rewriter.begin(70_000, 0, 0);
        send(70_000, 0, 0);
        send(70_001, 0, 0);
        rewriter.stop();
        rewriter.begin(200, 0, 0);
        send(200, 0, 0);
        send(201, 0, 0);

        assertThat(rewriter.sourceOf(1_004)).isEqualTo(201);
        assertThat(rewriter.sourceOf(1_003)).isEqualTo(200);
        assertThat(rewriter.sourceOf(1_002)).isEqualTo(-1);
        assertThat(rewriter.sourceOf(1_005)).isEqualTo(-1);
    }
}

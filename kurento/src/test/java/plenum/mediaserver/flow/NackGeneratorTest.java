package plenum.mediaserver.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("flow")
class NackGeneratorTest {
    private static final long MS = 1_000_000L;
    private final NackGenerator nacks = new NackGenerator();

    @Test
    void asksForNothingWhileNothingIsMissing() {
        for (int i = 100; i < 200; i++) {
            assertThat(nacks.received(i, 0)).isTrue();
        }
        assertThat(nacks.due(1_000 * MS)).isEmpty();
    }

    @Test
    void waitsForPacketsOutOfOrder() {
        nacks.received(100, 0);
        nacks.received(103, 0);
        nacks.received(101, 5 * MS);

        assertThat(nacks.due(9 * MS)).isEmpty();
        assertThat(nacks.due(10 * MS)).containsExactly(102);
    }

    @Test
    void asksAgainAndGivesUp() {
        nacks.received(100, 0);
        nacks.received(102, 0);

        assertThat(nacks.due(10 * MS)).containsExactly(101);
        assertThat(nacks.due(50 * MS)).isEmpty();
        assertThat(nacks.due(60 * MS)).containsExactly(101);
        int asked = 2;
        for (long now = 70; now < 500; now += 10) {
            asked += nacks.due(now * MS).size();
        }
        assertThat(asked).as("two round trips of 200 ms").isBetween(9, 10);
        for (long now = 500; now < 10_000; now += 10) {
            asked += nacks.due(now * MS).size();
        }
        assertThat(asked).isEqualTo(12);
        assertThat(nacks.idle()).isTrue();
    }

    @Test
    void writesNumbersOfSixteenBits() {
        nacks.received(0x1FFFE, 0);
        nacks.received(0x20002, 0);

        assertThat(nacks.due(20 * MS)).isEqualTo(List.of(0xFFFF, 0, 1));
    }

    @Test
    void measuresHowLongRepetitionsTake() {
        nacks.received(100, 0);
        nacks.received(102, 0);
        nacks.received(104, 0);
        assertThat(nacks.roundTripNanos()).isZero();
        nacks.received(103, 5 * MS); // only late
        assertThat(nacks.roundTripNanos()).isZero();

        nacks.due(10 * MS);
        nacks.due(60 * MS);
        nacks.received(101, 210 * MS);
        assertThat(nacks.roundTripNanos()).isEqualTo(200 * MS);

        nacks.received(106, 300 * MS);
        nacks.due(310 * MS);
        nacks.received(105, 430 * MS);
        assertThat(nacks.roundTripNanos()).isEqualTo(190 * MS);
    }

    @Test
    void countsWhatHadToBeAskedFor() {
        assertThat(nacks.takeFractionLost()).isZero();
        nacks.received(100, 0);
        nacks.received(108, 0);
        nacks.received(107, 5 * MS); // only late
        for (int i = 109; i <= 116; i++) {
            nacks.received(i, 0);
        }
        nacks.due(10 * MS);
        nacks.due(100 * MS);

        assertThat(nacks.takeFractionLost()).as("six of sixteen").isEqualTo(6 * 256 / 16);
        assertThat(nacks.takeFractionLost()).isZero();
    }

    @Test
    void startsAnewAfterAHopelessGap() {
        nacks.received(100, 0);

        assertThat(nacks.received(5_000, 0)).isFalse();
        assertThat(nacks.due(20 * MS)).isEmpty();
        assertThat(nacks.received(5_001, 0)).isTrue();
    }
}

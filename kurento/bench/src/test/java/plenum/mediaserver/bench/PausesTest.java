package plenum.mediaserver.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("bench")
class PausesTest {
    private static final String MARK =
            "[2.719s][info][safepoint] Safepoint \"ZMarkStartYoung\", Time since last: 80519416 ns, Reaching"
                    + " safepoint: 69800 ns, At safepoint: 12200 ns, Leaving safepoint: 18000 ns, Total: 100000 ns,"
                    + " Threads: 0 runnable, 23 total";

    @Test
    void readsTheTotalOfEachSafepoint() {
        Pauses pauses = Pauses.in(Stream.of(
                MARK,
                "[2.800s][info][gc] GC(3) Minor Collection (Warmup) 2M(0%)->2M(0%) 0.010s",
                MARK.replace("Total: 100000", "Total: 2500000"),
                "[2.9s][info][safepoint] Total: nothing of ours",
                ""));

        assertThat(pauses.nanos()).containsExactly(100_000L, 2_500_000L);
    }

    @Test
    void ranksThem() {
        Pauses pauses =
                Pauses.in(Stream.of(3, 1, 4, 2).map(i -> MARK.replace("Total: 100000", "Total: " + i * 1_000_000)));

        assertThat(pauses.millisAt(0.5)).isEqualTo(2);
        assertThat(pauses.millisAt(0.999)).isEqualTo(4);
        assertThat(pauses.millisAt(1)).isEqualTo(4);
    }

    @Test
    void leavesOutWhatWasThereBefore() {
        Pauses before = Pauses.in(Stream.of(MARK));
        Pauses after = Pauses.in(Stream.of(MARK, MARK.replace("Total: 100000", "Total: 7")));

        assertThat(after.since(before).nanos()).containsExactly(7L);
        assertThat(after.since(after).count()).isZero();
        assertThat(after.since(after).millisAt(0.5)).isNaN();
    }
}

package plenum.composer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("composer")
class GapsTest {
    private static final long BEGIN = 1_700_000_000_000L;

    private final Gaps gaps = new Gaps(BEGIN);

    @Test
    void endOfATrackAndBeginningOfTheNextAreOneGap() {
        gaps.add("a", BEGIN + 9_000, BEGIN + 10_000);
        gaps.add("a", BEGIN + 12_400, BEGIN + 12_900);
        gaps.add("a", BEGIN + 10_000, BEGIN + 12_000);

        assertThat(gaps.found()).containsExactly(new Reports.Gap("a", 9_000, 12_900));
    }

    @Test
    void shortOnesAndThoseOfOthersStayApart() {
        gaps.add("a", BEGIN + 1_000, BEGIN + 2_500);
        gaps.add("b", BEGIN + 2_500, BEGIN + 4_000);
        gaps.add("a", BEGIN + 20_000, BEGIN + 25_000);
        gaps.add("b", BEGIN + 7_000, BEGIN + 7_000);

        assertThat(gaps.found()).containsExactly(new Reports.Gap("a", 20_000, 25_000));
    }

    @Test
    void nothingIsMissingBeforeTheFilm() {
        gaps.add("a", BEGIN - 9_000, BEGIN + 1_000);
        gaps.add("a", BEGIN - 9_000, BEGIN - 1_000);
        gaps.add("b", BEGIN - 9_000, BEGIN + 3_000);

        assertThat(gaps.found()).containsExactly(new Reports.Gap("b", 0, 3_000));
    }
}

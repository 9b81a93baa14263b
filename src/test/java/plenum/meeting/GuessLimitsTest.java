package plenum.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plenum.meeting.CodeTries.Refused;
import plenum.meeting.GuessLimits.Counted;

@Tag("meeting")
class GuessLimitsTest {
    private final GuessLimits limits = new GuessLimits(10, 20, 40, 1000, 500, 5);

    @ParameterizedTest(
            name =
                    "{0} of the address, {1} of its subnet, {2} of its site, {3} of all, {4} of its region in reserve: {5}")
    @CsvSource({
        "0, 0, 0, 0, 0,",
        "9, 9, 9, 9, 0,",
        "10, 10, 10, 10, 0, TOO_MANY_FROM_THERE",
        "0, 20, 20, 20, 0, TOO_MANY_FROM_THERE",
        "0, 0, 40, 40, 0, TOO_MANY_FROM_THERE",
        "9, 19, 39, 999, 0,",
        "1, 1, 1, 1000, 0, TOO_MANY_AT_ALL",
        "0, 0, 1, 1000, 0, TOO_MANY_AT_ALL",
        "0, 0, 0, 1000, 0,",
        "0, 0, 0, 1499, 4,",
        "0, 0, 0, 1000, 5, TOO_MANY_AT_ALL",
        "0, 0, 0, 1500, 0, TOO_MANY_AT_ALL"
    })
    void allowsAndRefuses(long address, long subnet, long site, long all, long region, Refused refused) {
        assertThat(limits.refuse(new Counted(address, subnet, site, all, region)))
                .isEqualTo(Optional.ofNullable(refused));
    }

    @Test
    void theReserveBeginsWhereTheBudgetEnds() {
        assertThat(limits.isReserved(new Counted(0, 0, 0, 999, 0))).isFalse();
        assertThat(limits.isReserved(new Counted(0, 0, 0, 1000, 0))).isTrue();
    }
}

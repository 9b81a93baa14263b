package plenum.mediaserver.congestion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("congestion")
class AnnouncedLimitTest {
    private static final long SECOND = 1_000_000_000L;

    @ParameterizedTest
    @CsvSource({
        "200000, 140000, 400000", // all that is sent gets through
        "160000, 140000, 160000", // and hardly more
        "120000, 140000, 120000", // not all of it
        "0,      140000, 0"
    })
    void isTakenAsItIsOrForRoom(long limit, long sending, long expected) {
        AnnouncedLimit announced = new AnnouncedLimit();
        if (limit > 0) {
            announced.announced(limit, sending, SECOND);
        }
        assertThat(announced.budget(sending, 2 * SECOND)).isEqualTo(expected);
        assertThat(announced.bitsPerSecond()).isEqualTo(limit);
    }

    @Test
    void isNotOverrunAgainSoonAfterAFailure() {
        AnnouncedLimit announced = new AnnouncedLimit();
        announced.announced(210_000, 300_000, SECOND);
        announced.announced(210_000, 140_000, 2 * SECOND);
        assertThat(announced.budget(140_000, 10 * SECOND)).isEqualTo(210_000);
        assertThat(announced.budget(140_000, 11 * SECOND)).isEqualTo(420_000);
    }
}

package plenum.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the answers of push services mean. */
@Tag("push")
class VerdictTest {
    private static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");
    private static final Instant UNTIL = NOW.plus(Duration.ofHours(2));

    private static Verdict of(int status) {
        return of(status, 0, null);
    }

    private static Verdict of(int status, int failures, String retryAfter) {
        return Verdict.of(status, failures, Optional.ofNullable(retryAfter), NOW, UNTIL);
    }

    private static Verdict later(long seconds) {
        return new Verdict.Later(NOW.plusSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204})
    void itIsTaken(int status) {
        assertThat(of(status)).isEqualTo(new Verdict.Taken());
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410})
    void theBrowserIsGone(int status) {
        assertThat(of(status)).isEqualTo(new Verdict.Gone());
    }

    /** Redirects, too: nobody follows them. */
    @ParameterizedTest
    @ValueSource(ints = {301, 307, 400, 401, 403, 413})
    void itIsRefused(int status) {
        assertThat(of(status)).isEqualTo(new Verdict.Refused());
    }

    @ParameterizedTest
    @ValueSource(ints = {Verdict.NO_ANSWER, 408, 429, 500, 502, 503})
    void itIsTriedAgain(int status) {
        assertThat(of(status)).isEqualTo(later(10));
    }

    @Test
    void pausesGrowToTenMinutes() {
        assertThat(of(503, 1, null)).isEqualTo(later(20));
        assertThat(of(503, 3, null)).isEqualTo(later(80));
        assertThat(of(503, 30, null)).isEqualTo(later(600));
        assertThat(of(503, 3000, null)).isEqualTo(later(600));
    }

    @Test
    void aServiceMayAskForALongerPause() {
        assertThat(of(429, 0, "90")).isEqualTo(later(90));
        assertThat(of(429, 0, "3")).as("not for a shorter one").isEqualTo(later(10));
        assertThat(of(503, 0, "Tue, 01 Dec 2026 12:05:00 GMT")).isEqualTo(later(300));
        assertThat(of(503, 0, "soon")).isEqualTo(later(10));
    }

    @Test
    void nobodyIsToldTooLate() {
        assertThat(of(429, 0, "7200")).isEqualTo(new Verdict.TooLate());
        assertThat(of(429, 0, "999999999")).isEqualTo(new Verdict.TooLate());
        assertThat(Verdict.of(0, 0, Optional.empty(), NOW, NOW.plusSeconds(10))).isEqualTo(new Verdict.TooLate());
    }
}

package plenum.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("recording")
class FilmAgeTest {
    private static final Instant ENDED = Instant.parse("2026-03-01T10:00:00Z");

    private static Recording recording(Optional<Instant> ended) {
        return new Recording(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "Jour fixe",
                UUID.randomUUID(),
                "Ada",
                ENDED.minusSeconds(60),
                ended,
                Recording.State.READY,
                1,
                Optional.empty(),
                "",
                Optional.empty(),
                false);
    }

    @Test
    void withoutARuleNothingIsDeleted() {
        FilmAge age = new FilmAge(Duration.ZERO);
        assertThat(age.isEndless()).isTrue();
        assertThat(age.endOf(recording(Optional.of(ENDED)), ENDED)).isEmpty();
    }

    @Test
    void aFilmEndsSoLongAfterItsMeeting() {
        FilmAge age = new FilmAge(Duration.ofDays(90));
        assertThat(age.notice()).isEqualTo(Duration.ofDays(7));
        assertThat(age.endOf(recording(Optional.of(ENDED)), ENDED)).contains(ENDED.plus(Duration.ofDays(90)));
        assertThat(age.endOf(recording(Optional.empty()), ENDED)).isEmpty();
    }

    @Test
    void aRuleThatHasBecomeStricterLeavesTheTimeOfANotice() {
        Instant now = ENDED.plus(Duration.ofDays(400));
        FilmAge age = new FilmAge(Duration.ofDays(4));
        assertThat(age.notice()).isEqualTo(Duration.ofDays(2));
        assertThat(age.endOf(recording(Optional.of(ENDED)), now)).contains(now.plus(Duration.ofDays(2)));
    }
}

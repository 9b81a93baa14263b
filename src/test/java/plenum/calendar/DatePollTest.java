package plenum.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.calendar.DatePoll.Vote;

@Tag("calendar")
class DatePollTest {
    private static final LocalDateTime NINE = LocalDateTime.parse("2026-12-07T09:00");

    private static DatePoll poll(String title, List<LocalDateTime> starts) {
        return new DatePoll(
                UUID.randomUUID(),
                UUID.randomUUID(),
                title,
                Duration.ofHours(1),
                ZoneId.of("Europe/Zurich"),
                starts,
                Optional.empty());
    }

    @Test
    void timesAreInOrderAndEachIsOfferedOnce() {
        DatePoll poll = poll("Plan", List.of(NINE.plusDays(1), NINE, NINE));
        assertThat(poll.starts()).containsExactly(NINE, NINE.plusDays(1));
        assertThat(poll.end()).isEqualTo(Instant.parse("2026-12-08T09:00:00Z"));
    }

    @Test
    void aPollHasATitleAndNotTooManyTimes() {
        assertThatThrownBy(() -> poll(" ", List.of(NINE))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> poll("Plan", List.of())).isInstanceOf(IllegalArgumentException.class);
        List<LocalDateTime> many =
                java.util.stream.IntStream.range(0, 31).mapToObj(NINE::plusDays).toList();
        assertThatThrownBy(() -> poll("Plan", many)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void votesAreCounted() {
        List<Vote> votes = List.of(
                new Vote("Ann", Optional.empty(), List.of(Answer.YES, Answer.NO)),
                new Vote("Bob", Optional.empty(), List.of(Answer.YES, Answer.MAYBE)));
        assertThat(DatePoll.count(votes, 0, Answer.YES)).isEqualTo(2);
        assertThat(DatePoll.count(votes, 1, Answer.MAYBE)).isEqualTo(1);
        assertThatThrownBy(() -> new Vote("Ann", Optional.empty(), Collections.nCopies(2, Answer.NONE)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Vote("", Optional.empty(), List.of(Answer.YES)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

package plenum.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.recording.MeetingChat.Line;

@Tag("recording")
class ReplayTest {
    private static final Instant BEGAN = Instant.parse("2026-03-01T10:00:00Z");
    private static final UUID ADA = UUID.randomUUID();
    private static final UUID BOB = UUID.randomUUID();
    private static final UUID CLEO = UUID.randomUUID();

    private final FakeRecordings recordings = new FakeRecordings();
    private final Replay replay = new Replay();
    private final Recording recording = new Recording(
            UUID.randomUUID(),
            UUID.randomUUID(),
            "Jour fixe",
            UUID.randomUUID(),
            "Ada",
            BEGAN,
            Optional.of(BEGAN.plusSeconds(600)),
            Recording.State.READY,
            1,
            Optional.empty(),
            "",
            Optional.empty(),
            false);

    @BeforeEach
    void write() {
        replay.recordings = recordings;
        replay.chat = (meeting, from, to) -> {
            assertThat(List.of(meeting, from, to))
                    .isEqualTo(List.of(recording.meeting(), BEGAN, BEGAN.plusSeconds(600)));
            return List.of(
                    new Line(BOB, "Bob", "not asked yet", BEGAN.plusSeconds(2)),
                    new Line(ADA, "Ada", "hello", BEGAN.plusSeconds(10)),
                    new Line(CLEO, "Cleo", "I declined", BEGAN.plusSeconds(20)),
                    new Line(BOB, "Bob", "later", BEGAN.plusSeconds(65)),
                    new Line(UUID.randomUUID(), "Dan", "never asked", BEGAN.plusSeconds(70)));
        };
        choose(ADA, true, 0, Optional.empty());
        choose(CLEO, false, 1, Optional.empty());
    }

    private void choose(UUID who, boolean given, int seconds, Optional<Instant> withdrawn) {
        recordings.choose(
                recording.id(), new Choice(who, "", given, false, BEGAN.plusSeconds(seconds), withdrawn), new byte[0]);
    }

    @Test
    void onlyThoseWhoConsentedAreReadFromThenOn() {
        choose(BOB, true, 5, Optional.empty());
        assertThat(replay.of(recording))
                .containsExactly(
                        new Replay.Line(10, "0:00:10", "Ada", "hello"), new Replay.Line(65, "0:01:05", "Bob", "later"));
    }

    @Test
    void whoWithdrawsIsGone() {
        choose(BOB, true, 5, Optional.of(BEGAN.plusSeconds(900)));
        assertThat(replay.of(recording)).extracting(Replay.Line::name).containsExactly("Ada");
    }
}

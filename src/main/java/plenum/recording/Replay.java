package plenum.recording;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was written to all during a recording, by those who are in it: nobody's words are there without their consent, nor those of before it. Who withdraws is gone from it at once. Empty when the
 * chat is not kept any more.
 */
@ApplicationScoped
public class Replay {
    @Inject
    MeetingChat chat;

    @Inject
    Recordings recordings;

    /**
     * A line beside the film.
     *
     * @param seconds of the film at which it was written
     * @param at the same, in words
     */
    public record Line(long seconds, String at, String name, String text) {}

    List<Line> of(Recording recording) {
        Optional<Instant> end = recording.endedAt();
        if (end.isEmpty()) {
            return List.of();
        }
        Map<UUID, Choice> choices = recordings.choices(recording.id()).stream()
                .collect(Collectors.toMap(Choice::participant, Function.identity()));
        return chat.said(recording.meeting(), recording.startedAt(), end.get()).stream()
                .filter(line -> isIn(choices.get(line.participant()), line.at()))
                .map(line -> line(recording, line))
                .toList();
    }

    private static boolean isIn(@Nullable Choice choice, Instant at) {
        return choice != null && choice.given() && choice.withdrawnAt().isEmpty() && !at.isBefore(choice.at());
    }

    private static Line line(Recording recording, MeetingChat.Line said) {
        long millis = Duration.between(recording.startedAt(), said.at()).toMillis();
        return new Line(millis / 1000, Receipts.length(millis), said.name(), said.text());
    }
}

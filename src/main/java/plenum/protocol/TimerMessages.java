package plenum.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The messages about the meeting's timer. */
public interface TimerMessages {

    /** A message of a tab. */
    sealed interface Ask extends ClientMessage {}

    /** A message of the server. */
    sealed interface Told extends ServerMessage {}

    /**
     * Moderation: starts a timer in the place of the one that runs.
     *
     * @param parts 1 to 20, one after the other; a countdown has one
     */
    @Needs(Permission.MODERATE)
    @Rate(burst = 10, perMinute = 30)
    record TimerStart(List<TimerPart> parts) implements Ask {}

    /** Moderation: holds the timer, or lets it go on. */
    @Needs(Permission.MODERATE)
    @Rate(burst = 20, perMinute = 60)
    record TimerPause(boolean paused) implements Ask {}

    /** Moderation: ends the current part and begins the next one. */
    @Needs(Permission.MODERATE)
    @Rate(burst = 20, perMinute = 60)
    record TimerNext() implements Ask {}

    /** Moderation: gives the current part more time. */
    @Needs(Permission.MODERATE)
    @Rate(burst = 20, perMinute = 60)
    record TimerExtend(@Range(least = 1, most = 86_400) int seconds) implements Ask {}

    /** Moderation: takes the timer away. */
    @Needs(Permission.MODERATE)
    @Rate(burst = 10, perMinute = 30)
    record TimerStop() implements Ask {}

    /**
     * The timer; the whole new state.
     *
     * @param parts empty when there is no timer
     * @param part index of the current part; as many as there are parts when the last one has ended
     * @param secondsLeft of the current part, when the message was sent
     */
    record TimerState(List<TimerPart> parts, int part, boolean paused, int secondsLeft) implements Told {}

    /**
     * A part of the agenda.
     *
     * @param name null for a plain countdown
     * @param seconds how long it is
     */
    record TimerPart(
            @Most(80) @Nullable String name,
            @Range(least = 1, most = 86_400) int seconds) {}
}

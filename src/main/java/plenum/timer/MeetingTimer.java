package plenum.timer;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A timer with its current part. Immutable: each method returns the next state.
 *
 * @param parts one after the other, at least one
 * @param current index of the current part; {@code parts.size()} when the last one has ended
 * @param endsAt when the current part ends; empty while the timer is paused or over
 * @param left of the current part while the timer is paused; else zero
 */
public record MeetingTimer(List<Part> parts, int current, Optional<Instant> endsAt, Duration left) {

    /** A part of the agenda; a plain countdown has no name. */
    public record Part(Optional<String> name, Duration length) {}

    public MeetingTimer {
        parts = List.copyOf(parts);
    }

    static MeetingTimer start(List<Part> parts, Instant now) {
        return new MeetingTimer(parts, 0, Optional.of(now.plus(parts.getFirst().length())), Duration.ZERO);
    }

    public boolean isOver() {
        return current >= parts.size();
    }

    boolean isPaused() {
        return !isOver() && endsAt.isEmpty();
    }

    /** How much of the current part is left. */
    Duration leftAt(Instant now) {
        return endsAt.map(end -> Duration.between(now, end))
                .filter(time -> !time.isNegative())
                .orElse(left);
    }

    /** As it is at a time: the parts that have ended by then are behind. */
    MeetingTimer at(Instant now) {
        MeetingTimer then = this;
        while (then.endsAt.filter(end -> !end.isAfter(now)).isPresent()) {
            then = then.next(then.endsAt.get());
        }
        return then;
    }

    MeetingTimer paused(Instant now) {
        return endsAt.isEmpty() ? this : new MeetingTimer(parts, current, Optional.empty(), leftAt(now));
    }

    MeetingTimer resumed(Instant now) {
        return isPaused() ? new MeetingTimer(parts, current, Optional.of(now.plus(left)), Duration.ZERO) : this;
    }

    /** Ends the current part; the next one begins now, paused if this one is. */
    MeetingTimer next(Instant now) {
        int following = current + 1;
        if (following >= parts.size()) {
            return new MeetingTimer(parts, parts.size(), Optional.empty(), Duration.ZERO);
        }
        Duration length = parts.get(following).length();
        return isPaused()
                ? new MeetingTimer(parts, following, Optional.empty(), length)
                : new MeetingTimer(parts, following, Optional.of(now.plus(length)), Duration.ZERO);
    }

    MeetingTimer extended(Duration more) {
        return isPaused()
                ? new MeetingTimer(parts, current, Optional.empty(), left.plus(more))
                : new MeetingTimer(parts, current, endsAt.map(end -> end.plus(more)), Duration.ZERO);
    }
}

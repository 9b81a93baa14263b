package plenum.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plenum.protocol.BreakoutMessages.BreakoutState;
import plenum.protocol.DoorMessages.Knock;
import plenum.protocol.PollMessages.Poll;
import plenum.protocol.RoomSwitch;
import plenum.protocol.TimerMessages.TimerState;

/**
 * An immutable snapshot of what a desk shows. A page renders one snapshot from top to bottom, so that its lists do not change under a
 * click.
 *
 * @param self id of the moderator whose desk it is
 * @param moderates whether they still do
 * @param waiting in the order of coming
 * @param people in the order of joining
 * @param rules the switches that are on
 * @param breakoutLeft until everybody comes back from the breakout rooms; empty: for as long as they like
 * @param timer with the time at which its seconds were counted; empty when there is none
 * @param at when all this was so
 */
record DeskView(
        String self,
        boolean moderates,
        List<Knock> waiting,
        List<DeskPerson> people,
        Set<RoomSwitch> rules,
        boolean password,
        @Nullable String spotlight,
        BreakoutState breakout,
        Optional<Duration> breakoutLeft,
        List<Poll> polls,
        Optional<TimerAt> timer,
        Instant at) {

    /** A timer's state, and when it was told. */
    record TimerAt(TimerState state, Instant at) {
        /** Of the current part. */
        Duration left(Instant now) {
            Duration told = Duration.ofSeconds(state.secondsLeft());
            return state.paused() ? told : told.minus(Duration.between(at, now));
        }
    }
}

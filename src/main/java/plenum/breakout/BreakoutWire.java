package plenum.breakout;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import plenum.conference.Participant;
import plenum.protocol.BreakoutCall;
import plenum.protocol.BreakoutMessages.BreakoutState;
import plenum.protocol.BreakoutPlace;
import plenum.protocol.BreakoutRoom;

/** Converts the plan of breakout rooms to messages, for each receiver. Pure functions. */
final class BreakoutWire {
    private BreakoutWire() {}

    /** Moderators see all; participants the open rooms, their own, and whether theirs has called. */
    static BreakoutState state(Plan plan, List<Map.Entry<UUID, String>> calls, Participant reader, Instant now) {
        boolean all = reader.moderates();
        return new BreakoutState(
                all || plan.isOpen()
                        ? plan.rooms().stream()
                                .map(room -> new BreakoutRoom(room.id().toString(), room.name()))
                                .toList()
                        : List.of(),
                plan.isOpen(),
                plan.choose(),
                secondsLeft(plan, now),
                plan.assigned().entrySet().stream()
                        .filter(entry -> all || (plan.isOpen() && entry.getKey().equals(reader.person())))
                        .map(entry -> new BreakoutPlace(
                                entry.getKey().toString(), entry.getValue().toString()))
                        .toList(),
                calls.stream()
                        .filter(call -> all
                                || reader.room().filter(call.getKey()::equals).isPresent())
                        .map(call -> new BreakoutCall(call.getKey().toString(), call.getValue()))
                        .toList());
    }

    private static @Nullable Integer secondsLeft(Plan plan, Instant now) {
        return plan.endsAt()
                .map(end -> (int)
                        Math.max(0, Duration.between(now, end).plusMillis(999).toSeconds()))
                .orElse(null);
    }
}

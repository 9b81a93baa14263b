package plenum.meeting;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The rules of a meeting as a form has them, with the switches of {@code plenum:rules}. A lock is none of them: it is for people who are in. */
public final class ChosenRules {
    private final RoomRules before;
    private final Map<String, Boolean> switches = new HashMap<>();

    /** @param before what holds until somebody chooses otherwise */
    public ChosenRules(RoomRules before) {
        this.before = before;
        Stream.of(RoomSwitch.values()).forEach(which -> switches.put(which.word(), before.allows(which)));
    }

    /** By their names; a form puts its values here. */
    public Map<String, Boolean> switches() {
        return switches;
    }

    /** @param shown whether the form had the switches; one without them, as programs send it, turns none off */
    public RoomRules rules(boolean shown) {
        RoomRules chosen = before;
        for (RoomSwitch which : RoomSwitch.values()) {
            boolean on = switches.getOrDefault(which.word(), false);
            if (which != RoomSwitch.LOCKED && (shown || on)) {
                chosen = chosen.with(which, on);
            }
        }
        return chosen;
    }
}

package plenum.web;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import plenum.meeting.RoomRules;
import plenum.meeting.RoomSwitch;

/** The rules of a meeting as a form has them, with the switches of {@code plenum:rules}. A lock is none of them: it is for people who are in. */
final class ChosenRules {
    private final RoomRules before;
    private final Map<String, Boolean> switches = new HashMap<>();

    /** @param before what holds until somebody chooses otherwise */
    ChosenRules(RoomRules before) {
        this.before = before;
        Stream.of(RoomSwitch.values()).forEach(which -> switches.put(RulesPanel.name(which), before.allows(which)));
    }

    /** By their names; a form puts its values here. */
    Map<String, Boolean> switches() {
        return switches;
    }

    /** @param shown whether the form had the switches; one without them, as programs send it, turns none off */
    RoomRules rules(boolean shown) {
        RoomRules chosen = before;
        for (RoomSwitch which : RoomSwitch.values()) {
            boolean on = switches.getOrDefault(RulesPanel.name(which), false);
            if (which != RoomSwitch.LOCKED && (shown || on)) {
                chosen = chosen.with(which, on);
            }
        }
        return chosen;
    }
}

package plenum.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
import plenum.meeting.RoomSwitch;

/** The switches of a room's rules, in the order in which pages show them, by the names that their texts have. */
@Named
@ApplicationScoped
public class RulesPanel {
    /** The rules of entering. */
    public List<String> getDoor() {
        return names(
                RoomSwitch.LOBBY,
                RoomSwitch.LOCKED,
                RoomSwitch.WAIT_FOR_MODERATOR,
                RoomSwitch.START_MUTED,
                RoomSwitch.START_CAMERA_OFF);
    }

    /** The rules of what participants may do. */
    public List<String> getMay() {
        return names(
                RoomSwitch.UNMUTE,
                RoomSwitch.CAMERA,
                RoomSwitch.SHARE,
                RoomSwitch.CHAT,
                RoomSwitch.REACTIONS,
                RoomSwitch.REACTION_SOUNDS,
                RoomSwitch.RENAME);
    }

    private static List<String> names(RoomSwitch... switches) {
        return Stream.of(switches).map(RoomSwitch::word).toList();
    }
}

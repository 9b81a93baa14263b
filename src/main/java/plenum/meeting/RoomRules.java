package plenum.meeting;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * The rules of a meeting as it is stored: the switches that are on. They restrict participants; moderators may do everything.
 *
 * @param on the switches that are on; all others are off
 */
public record RoomRules(Set<RoomSwitch> on) {

    public RoomRules {
        EnumSet<RoomSwitch> copy = EnumSet.noneOf(RoomSwitch.class);
        copy.addAll(on);
        on = Collections.unmodifiableSet(copy);
    }

    /** An open meeting, in which everybody may do everything that participants can. */
    public static RoomRules standard() {
        return new RoomRules(EnumSet.range(RoomSwitch.UNMUTE, RoomSwitch.RENAME));
    }

    /** As above, with what this server's rules choose at first for a new meeting. */
    public static RoomRules standard(boolean lobby, boolean startMuted, boolean startCameraOff) {
        return standard()
                .with(RoomSwitch.LOBBY, lobby)
                .with(RoomSwitch.START_MUTED, startMuted)
                .with(RoomSwitch.START_CAMERA_OFF, startCameraOff);
    }

    public RoomRules with(RoomSwitch which, boolean turnedOn) {
        Set<RoomSwitch> changed = EnumSet.noneOf(RoomSwitch.class);
        changed.addAll(on);
        if (turnedOn) {
            changed.add(which);
        } else {
            changed.remove(which);
        }
        return new RoomRules(changed);
    }

    public boolean allows(RoomSwitch which) {
        return on.contains(which);
    }

    public boolean lobby() {
        return allows(RoomSwitch.LOBBY);
    }

    public boolean locked() {
        return allows(RoomSwitch.LOCKED);
    }

    public boolean waitForModerator() {
        return allows(RoomSwitch.WAIT_FOR_MODERATOR);
    }

    public boolean chat() {
        return allows(RoomSwitch.CHAT);
    }

    public boolean share() {
        return allows(RoomSwitch.SHARE);
    }

    public boolean reactions() {
        return allows(RoomSwitch.REACTIONS);
    }

    public boolean reactionSounds() {
        return allows(RoomSwitch.REACTION_SOUNDS);
    }

    public boolean rename() {
        return allows(RoomSwitch.RENAME);
    }
}

package plenum.meeting;

import java.util.Optional;
import java.util.UUID;

/**
 * A person's place in a meeting, on one device: stored before the person enters, so that it outlives the server.
 *
 * @param id of the participant, known to everybody in the meeting
 * @param samePersonAs the place of the device that this is the second one of
 * @param room the breakout room they are in; empty: the main room
 */
public record Attendance(
        UUID id, UUID meeting, String name, Role role, Optional<UUID> samePersonAs, Optional<UUID> room) {

    /** Of somebody's first device. */
    public Attendance(UUID id, UUID meeting, String name, Role role) {
        this(id, meeting, name, role, Optional.empty(), Optional.empty());
    }

    /** The same for all devices of somebody. */
    public UUID person() {
        return samePersonAs.orElse(id);
    }

    public Attendance withName(String newName) {
        return new Attendance(id, meeting, newName, role, samePersonAs, room);
    }

    public Attendance withRole(Role newRole) {
        return new Attendance(id, meeting, name, newRole, samePersonAs, room);
    }

    public Attendance in(Optional<UUID> newRoom) {
        return new Attendance(id, meeting, name, role, samePersonAs, newRoom);
    }
}

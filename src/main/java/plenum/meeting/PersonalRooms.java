package plenum.meeting;

import java.util.Optional;
import java.util.UUID;

/** The permanent meetings of accounts, each with a name of its own. Blocks on the database. */
public interface PersonalRooms {
    Optional<Room> of(UUID account);

    /** Callers throttle: a name can be guessed. */
    Optional<Meeting> byName(RoomName name);

    /**
     * Gives an account's room a name, and makes the room if there is none; the name that it had is free again. False when the name is somebody else's.
     *
     * @param title what a new room is called
     * @param rules of a new room
     */
    boolean choose(UUID account, RoomName name, MeetingName title, RoomRules rules);

    /** The room of an account. */
    record Room(RoomName name, MeetingLetters letters) {}
}

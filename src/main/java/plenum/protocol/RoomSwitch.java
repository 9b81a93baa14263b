package plenum.protocol;

/** The rules of a meeting that moderators turn on and off, as the wire names them. */
public enum RoomSwitch {
    LOBBY,
    LOCKED,
    WAIT_FOR_MODERATOR,
    START_MUTED,
    START_CAMERA_OFF,
    UNMUTE,
    CAMERA,
    SHARE,
    CHAT,
    REACTIONS,
    REACTION_SOUNDS,
    RENAME
}

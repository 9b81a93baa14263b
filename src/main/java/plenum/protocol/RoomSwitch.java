package plenum.protocol;

/** What moderators turn on and off in a room. */
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

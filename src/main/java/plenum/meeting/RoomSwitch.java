package plenum.meeting;

import java.util.Locale;

/** A rule of a meeting that moderators turn on and off, before the meeting and during it. */
public enum RoomSwitch {
    /** Newcomers wait until a moderator admits them. */
    LOBBY,
    /** No newcomers at all. */
    LOCKED,
    /** Newcomers wait while no moderator is there. */
    WAIT_FOR_MODERATOR,
    /** Newcomers come in with their microphone off. */
    START_MUTED,
    /** Newcomers come in with their camera off. */
    START_CAMERA_OFF,
    /** Participants may turn their microphone on. */
    UNMUTE,
    /** Participants may turn their camera on. */
    CAMERA,
    /** Participants may share their screen. */
    SHARE,
    /** Participants may write in the chat. */
    CHAT,
    /** Participants may react. */
    REACTIONS,
    /** Reactions can be heard. */
    REACTION_SOUNDS,
    /** Participants may change their name. */
    RENAME;

    /** Its name in pages and in keys of texts, such as {@code start-muted}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package plenum.protocol;

/** Why a participant may not share a screen. */
public enum ShareBarrier {
    /** Participants may not. */
    SWITCHED_OFF,
    /** Participants may not turn their camera on, and a screen can show what a camera shows. */
    NO_CAMERA,
    /** A moderator turned their camera off: until they turn it on again. */
    STOPPED
}

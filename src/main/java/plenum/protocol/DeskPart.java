package plenum.protocol;

/** A part of a moderator's desk that is brought up to date by itself. */
public enum DeskPart {
    WAITING,
    PEOPLE,
    RULES,
    BREAKOUT,
    POLLS,
    TIMER,
    /** Whether there is a desk at all. */
    DESK
}

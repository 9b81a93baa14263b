package plenum.desk;

/** A part of the desk that is brought up to date by itself. */
enum DeskPart {
    WAITING,
    PEOPLE,
    RULES,
    BREAKOUT,
    POLLS,
    TIMER,
    /** Whether there is a desk at all. */
    DESK
}

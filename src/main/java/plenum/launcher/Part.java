package plenum.launcher;

import java.time.Duration;

/** One of the programs that Plenum is made of. The {@link Supervisor} starts it, waits until it is ready, and starts it again if it dies. */
interface Part {

    /** As in "the media server": for people. */
    String name();

    /** Starts the program, having made ready what it needs. */
    ChildProcess start();

    /** Whether it serves. Asked again and again after a start; must answer within about a second. */
    boolean isReady();

    /** Whether it is ended and started again when it was ready once, and then {@link #answers} has been false for half a minute. */
    default boolean isReplacedWhenSilent() {
        return false;
    }

    /**
     * Whether it still does anything, however well or badly: what depends on others must not be ended because they are away. Must answer
     * within about a second.
     */
    default boolean answers() {
        return isReady();
    }

    /** How long it may take from start to readiness. */
    Duration patience();

    /** Where to look or what to do when it does not start. */
    String advice();

    /** It will not be started again: lets go of what it kept for that. */
    default void retire() {
        // most keep nothing
    }

    /** Ends the part in an orderly way. */
    default String stopSignal() {
        return "TERM";
    }
}

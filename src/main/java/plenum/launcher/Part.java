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

    /** Whether it is ended and started again when it has not been ready for half a minute. */
    default boolean isReplacedWhenSilent() {
        return false;
    }

    /** How long it may take from start to readiness. */
    Duration patience();

    /** Where to look or what to do when it does not start. */
    String advice();

    /** It will not be started again: lets go of what it kept for that. */
    default void retire() {
        // most keep nothing
    }

    /** What makes it end in order. */
    default String stopSignal() {
        return "TERM";
    }
}

package plenum.breakout;

import java.util.UUID;

/** Stores and reads the breakout rooms of all meetings. Its methods block on the database. */
public interface Breakouts {
    /** An empty plan when there is none. */
    Plan of(UUID meeting);

    /**
     * Takes the place of the plan that was there. What was said in a room that is in it no more is deleted with that room, and so is its
     * board, unless there is a new room of the same name, which gets it.
     */
    void store(UUID meeting, Plan plan);
}

package plenum.conference;

/** What became of an {@link Arrival}. */
public sealed interface Entry {
    /** In; the welcome was sent. */
    record Entered(Presence presence) implements Entry {}

    /** Not in, because as many are here as may be. */
    record Full() implements Entry {}

    /** This conference has just ended; another one of the same meeting will have the arrival. */
    record Over() implements Entry {}
}

package plenum.conference;

import plenum.protocol.SessionMessages.Refused;
import plenum.protocol.SessionMessages.Waiting;

/** The decision on an {@link Arrival}. */
public sealed interface Ruling {
    /** They come in. */
    record Come() implements Ruling {}

    /** They wait. */
    record Wait(Waiting.Reason reason) implements Ruling {}

    /** They are refused. */
    record Go(Refused.Reason reason) implements Ruling {}
}

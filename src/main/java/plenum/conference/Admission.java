package plenum.conference;

import plenum.protocol.SessionMessages;

/** The answer to an {@link Arrival}. A person who waits gets a second answer later: admitted or refused. */
public sealed interface Admission {
    /** In; the welcome was sent. */
    record Admitted(Presence presence) implements Admission {}

    /** In the lobby; told so, and of nothing else. */
    record Waiting(Knock knock) implements Admission {}

    /** Not in; the reason has still to be told. */
    record Refused(SessionMessages.Refused.Reason reason) implements Admission {}
}

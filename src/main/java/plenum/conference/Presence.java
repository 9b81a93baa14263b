package plenum.conference;

import plenum.protocol.Outbox;

/** A connection that holds a participant's place. Void as soon as another connection takes the place over. */
public record Presence(Conference conference, Participant participant, Outbox outbox) {}

package plenum.conference;

import plenum.protocol.Outbox;

/**
 * One connection's hold on a participant; void as soon as another connection takes the place over.
 */
public record Presence(Conference conference, Participant participant, Outbox outbox) {}

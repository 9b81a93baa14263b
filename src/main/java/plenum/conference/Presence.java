package plenum.conference;

/**
 * One connection's hold on a participant; void as soon as another connection takes the place over.
 *
 * @param link the meeting's link, as this person reaches the server
 */
public record Presence(Conference conference, Participant participant, Outbox outbox, String link) {}

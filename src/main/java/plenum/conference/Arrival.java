package plenum.conference;

import plenum.meeting.Attendance;

/**
 * Somebody whose place is stored and who now comes in, or comes back.
 *
 * @param resumeToken their own secret, repeated in the welcome
 * @param link the meeting's link, as this person reaches the server
 */
public record Arrival(
        Attendance attendance, String resumeToken, String link, boolean microphone, boolean camera, Outbox outbox) {}

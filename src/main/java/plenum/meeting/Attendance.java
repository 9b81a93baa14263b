package plenum.meeting;

import java.util.UUID;

/**
 * Somebody's place in a meeting, stored before they are told of it, so that it outlives the server.
 *
 * @param id of the participant, known to everybody in the meeting
 */
public record Attendance(UUID id, UUID meeting, String name, Role role) {}

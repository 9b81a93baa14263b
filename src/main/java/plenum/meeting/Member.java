package plenum.meeting;

import java.util.UUID;

/**
 * Somebody who is signed in while they come to a meeting.
 *
 * @param session the session that proved it; when it ends, they are out
 */
public record Member(UUID account, UUID session) {}

package plenum.meeting;

import java.util.UUID;

/**
 * Somebody who is signed in while they come to a meeting.
 *
 * @param session the session that proved it; when it ends, they are out
 * @param admin whether they come as an admin of the server, which everybody sees
 */
public record Member(UUID account, UUID session, boolean admin) {
    /** Somebody who comes for themselves. */
    public Member(UUID account, UUID session) {
        this(account, session, false);
    }
}

package plenum.meeting;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/** All places in all meetings. Blocks on the database. */
public interface Attendances {
    /** Stores a new place with a fresh resume token. */
    Taken take(Meeting meeting, String name, Role role);

    /** Stores a place for a second device of somebody, in the same role and under the same name. */
    Taken takeForDevice(Attendance first);

    /**
     * The place that belongs to the token. Empty once {@link #giveUp} was called for it. A place survives any crash of ours: only the live
     * conference counts the grace time, and gives the place up at its end.
     */
    Optional<Attendance> byToken(Meeting meeting, String resumeToken);

    /**
     * Somebody left, or did not come back in time. Without effect when {@link #byToken} has given the place back since: whoever comes in
     * the very moment that the grace time ends keeps a good token.
     *
     * @param decidedAt when the conference gave the place up
     */
    void giveUp(UUID participant, Instant decidedAt);

    /** Gives the place up whatever comes: its token is good no more. */
    void revoke(UUID participant);

    void setRole(UUID participant, Role role);

    void rename(UUID participant, String name);

    /** Keeps which room people are in, so that they come back into it; empty: the main room. */
    void move(Collection<UUID> participants, Optional<UUID> room);

    /**
     * A token that brings a second device of a participant in, once.
     *
     * @param until when it is good no more
     */
    String linkDevice(UUID participant, Instant until);

    /** Whose second device shows the token; it is used up by that. */
    Optional<Attendance> byDeviceLink(Meeting meeting, String token);

    /** Deletes some of the places that were given up before, and of those that a crash left behind long before; returns how many. */
    int forget(Instant before);

    /**
     * A place that was just stored.
     *
     * @param resumeToken whoever shows it gets the place; only its hash is stored
     */
    record Taken(Attendance attendance, String resumeToken) {}
}

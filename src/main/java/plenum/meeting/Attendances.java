package plenum.meeting;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Stores and reads the places of all meetings. Its methods block on the database. */
public interface Attendances {
    /** Stores a new place with a fresh resume token. */
    Taken take(Meeting meeting, String name, Role role);

    /**
     * The place that belongs to the token, which counts as seen by that. Empty once it was given up; a place whose token is good no more is given
     * up now.
     */
    Optional<Attendance> byToken(Meeting meeting, String resumeToken, Freshness freshness);

    /** Whether the token of a place is still good. */
    interface Freshness {
        boolean isGood(UUID participant, Instant lastSeen);
    }

    /** These places are held by somebody: they are there, on their way back, or waiting. Unknown ones are passed over. */
    void seen(Collection<UUID> participants, Instant at);

    /** When a place was seen last that is not given up; of times before an instant the latest. Empty: none was. */
    Optional<Instant> lastSeenBefore(Instant instant);

    /**
     * Gives up all places that were last seen before an instant.
     *
     * @param before of the last sign of life
     * @param now recorded as the time of giving up
     * @return the meetings that nobody has a place in any more by that
     */
    List<UUID> giveUpUnseen(Instant before, Instant now);

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

    /**
     * The place of the person whose second device shows the token. Empty when the token was used or is too old, or when that place was
     * given up or is stale.
     */
    Optional<Attendance> byDeviceLink(Meeting meeting, String token, Freshness freshness);

    /**
     * Stores a place for a second device, in the role and under the name of the first one. The token is used up by that; empty when it was
     * already.
     */
    Optional<Taken> takeForDevice(Attendance first, String token);

    /** Deletes some of the places that were given up before, and of those that a crash left behind long before; returns how many. */
    int forget(Instant before);

    /**
     * A place that was just stored.
     *
     * @param resumeToken whoever shows it gets the place; only its hash is stored
     */
    record Taken(Attendance attendance, String resumeToken) {}
}

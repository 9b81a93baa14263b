package plenum.meeting;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/** Stores and reads meetings. Its methods block on the database. */
public interface Meetings {
    /**
     * Stores a new meeting, with fresh letters, a fresh code and a fresh creator token.
     *
     * @param name one that {@link MeetingName#parse} takes; else {@link IllegalArgumentException}
     */
    default Created create(String name) {
        return create(name, RoomRules.standard(), Optional.empty());
    }

    /** As {@link #create(String)}, with rules and a password from the beginning. */
    default Created create(String name, RoomRules rules, Optional<PasswordHash> password) {
        return create(name, rules, password, Optional.empty());
    }

    /** As above; encrypted end to end where there is a key. */
    Created create(String name, RoomRules rules, Optional<PasswordHash> password, Optional<KeyCheck> key);

    void setRules(Meeting meeting, RoomRules rules);

    /** Takes the lock off meetings that are over. */
    void unlock(Collection<UUID> meetings);

    /** Empty: nobody is asked for a password any more. */
    void setPassword(Meeting meeting, Optional<PasswordHash> password);

    Optional<Meeting> byLetters(MeetingLetters letters);

    /** Of one that was used not too long ago. Callers throttle: a code can be guessed. */
    Optional<Meeting> byCode(MeetingCode code);

    /** Whether this is the token that {@link #create} gave out for the meeting; compared in constant time. */
    boolean isCreator(Meeting meeting, String creatorToken);

    /** Marks meetings as used, so that their retention time begins again. */
    void used(Collection<UUID> meetings);

    /** Deletes some of those that nobody has come to since then, with all that belongs to them; personal rooms stay. Returns how many. */
    int forget(Instant before);

    /**
     * A meeting that was just stored.
     *
     * @param creatorToken whoever shows it is the meeting's creator; only its hash is stored
     */
    record Created(Meeting meeting, String creatorToken) {}
}

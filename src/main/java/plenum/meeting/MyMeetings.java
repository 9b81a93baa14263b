package plenum.meeting;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The meetings that belong to an account. Whoever asks for one of another account finds none. Blocks on the database. */
public interface MyMeetings {
    /** Some of them: what is going on is known to the caller. */
    enum Which {
        /** Nobody was there yet. */
        PLANNED,
        RUNNING,
        PAST
    }

    /**
     * Which meetings are asked for.
     *
     * @param live meetings that are going on
     */
    record Asked(UUID account, Which which, Collection<UUID> live) {}

    /** The latest first. */
    List<Entry> list(Asked asked, int first, int most);

    long count(Asked asked);

    /**
     * One of them in a list.
     *
     * @param owned false: a host by somebody else's wish
     * @param people how many places were taken
     */
    record Entry(
            UUID id,
            String name,
            String code,
            String letters,
            Instant createdAt,
            Instant usedAt,
            boolean owned,
            long people) {}

    Optional<Meeting> owned(UUID account, MeetingLetters letters);

    void rename(Meeting meeting, MeetingName name);

    /** Whether nobody has ever been in it, so that nothing of it is stored in clear, nor with another key. */
    boolean isUntouched(Meeting meeting);

    /**
     * Encrypts a meeting end to end, or no longer, before anybody has been in it.
     *
     * @return false when somebody has been
     */
    boolean setKey(Meeting meeting, Optional<KeyCheck> key);

    /** With everything that was said and stored there. */
    void delete(Meeting meeting);

    /** Addresses of those who moderate beside the owner, sorted. */
    List<String> hosts(Meeting meeting);

    void addHost(Meeting meeting, String email);

    void removeHost(Meeting meeting, String email);

    /** Who was there, in the order of coming; second devices left out. */
    List<Visit> attendance(Meeting meeting);

    /**
     * Somebody's stay.
     *
     * @param account whether they were signed in
     * @param left empty while they are there
     */
    record Visit(String name, Role role, boolean account, Instant came, Optional<Instant> left) {}

    /** An account's own meetings, for its export. */
    List<Map<String, String>> export(UUID account);

    /** Where an account was, for its export. */
    List<Map<String, String>> visits(UUID account);

    /** Deletes an account's own meetings, and its traces in those of others. */
    void erase(UUID account);
}

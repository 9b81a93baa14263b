package plenum.calendar;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import plenum.calendar.DatePoll.Vote;
import plenum.platform.SecretToken;

/** All polls of dates. Blocks on the database. */
public interface DatePolls {
    void create(DatePoll poll, byte[] tokenHash);

    /** Somebody's own, the last one first. */
    List<DatePoll> of(UUID account);

    Optional<DatePoll> byId(UUID id);

    Optional<DatePoll> byToken(SecretToken token);

    /** An older link is not valid any more. */
    void setToken(UUID id, byte[] tokenHash);

    /** In the order of their names. */
    List<Vote> votes(UUID poll);

    /** Takes the place of the voter's last one; false when there are too many. */
    boolean vote(UUID poll, byte[] voterHash, Vote vote);

    void setEvent(UUID poll, UUID event);

    void delete(UUID poll);

    /** Deletes those that ended before. */
    int forget(Instant before);
}

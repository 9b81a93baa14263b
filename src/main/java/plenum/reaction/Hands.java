package plenum.reaction;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Stores and reads the raised hands of all meetings. Its methods block on the database. */
public interface Hands {
    /** Raises a hand, unless it is up already: then its time stays. */
    Instant raise(UUID meeting, UUID participant, Instant at);

    void lower(UUID participant);

    void lowerAll(Collection<UUID> participants);

    /** In the order of raising; also of people who are no longer here. */
    List<RaisedHand> of(UUID meeting);

    /** Forgets hands that were raised before; returns how many. */
    int forget(Instant before);

    /** A raised hand. */
    record RaisedHand(UUID participant, Instant since) {}
}

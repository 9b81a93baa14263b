package plenum.media;

import java.util.Optional;

/** A peer connection on which a browser receives. Its source can be switched at any time without a new negotiation. */
public interface Slot extends Peer {
    /** Shows this from now on; empty: nothing. The publication must be of the same room. */
    void show(Optional<Showing> showing);

    /**
     * The source that a slot shows.
     *
     * @param audio whether its sound is let through
     * @param video whether its picture is let through
     * @param maxKbps most that the picture may need, in kbit/s
     */
    record Showing(Publication publication, boolean audio, boolean video, int maxKbps) {}
}

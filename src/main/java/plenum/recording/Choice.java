package plenum.recording;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody said about being recorded.
 *
 * @param participant who, by the id of their place in the meeting
 * @param assumed whether they said nothing, and that counts
 * @param withdrawnAt when they took it back after the end
 */
public record Choice(
        UUID participant, String name, boolean given, boolean assumed, Instant at, Optional<Instant> withdrawnAt) {}

package plenum.drive;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A file or folder that somebody lets others see, until they take it back or its time is over.
 *
 * @param tell whether its maker is told of each day on which it is used
 * @param usedAt last, by a link
 */
public record Share(
        UUID id,
        UUID item,
        UUID madeBy,
        With with,
        Rights rights,
        boolean tell,
        Optional<Instant> until,
        int uses,
        Optional<Instant> usedAt) {

    /** Whom it is for. */
    public sealed interface With {
        /** Whoever signs in with this address, now or later. */
        record Person(String email) implements With {}

        record Group(UUID id, String name) implements With {}

        /**
         * Whoever has the link.
         *
         * @param token as the link has it; empty when it cannot be read any more
         * @param password an Argon2 hash
         */
        record Link(Optional<String> token, Optional<String> password) implements With {
            @Override
            public String toString() {
                return "Link";
            }
        }
    }

    /** What they may do; by a link, nobody writes. */
    public record Rights(boolean write, boolean download) {}

    public boolean holdsAt(Instant now) {
        return until.filter(end -> !now.isBefore(end)).isEmpty();
    }

    /** Names and addresses belong in no log. */
    @Override
    public String toString() {
        return "share " + id;
    }
}

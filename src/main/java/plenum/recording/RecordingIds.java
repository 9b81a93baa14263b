package plenum.recording;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ids in addresses. */
final class RecordingIds {
    private RecordingIds() {}

    /** @param skip characters before the id */
    static Optional<UUID> parse(@Nullable String text, int skip) {
        try {
            return text == null || text.length() < skip
                    ? Optional.empty()
                    : Optional.of(UUID.fromString(text.substring(skip)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

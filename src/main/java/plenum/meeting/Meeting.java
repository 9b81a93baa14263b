package plenum.meeting;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A stored meeting. Anybody can create one without an account; it stays until it is deleted.
 *
 * @param name as {@link MeetingName} has it, shown to everybody; need not be unique
 * @param letters the secret of the link: 18 letters and digits, 90 random bits
 * @param rules as they were when it was read; the live conference has the current ones
 * @param password empty when none is asked for
 * @param key what is known of the key of an end-to-end encrypted meeting; empty when it is not encrypted
 */
public record Meeting(
        UUID id,
        String name,
        MeetingCode code,
        MeetingLetters letters,
        Instant createdAt,
        RoomRules rules,
        Optional<PasswordHash> password,
        Optional<KeyCheck> key) {

    /** One that is not encrypted. */
    public Meeting(
            UUID id,
            String name,
            MeetingCode code,
            MeetingLetters letters,
            Instant createdAt,
            RoomRules rules,
            Optional<PasswordHash> password) {
        this(id, name, code, letters, createdAt, rules, password, Optional.empty());
    }

    public boolean isEncrypted() {
        return key.isPresent();
    }
}

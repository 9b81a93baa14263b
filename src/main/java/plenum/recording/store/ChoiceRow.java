package plenum.recording.store;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import plenum.recording.Choice;

/** A row of {@code recording_choice}; Hibernate fills the fields. */
@Entity
@NullUnmarked
@Table(name = "recording_choice")
class ChoiceRow {
    @EmbeddedId
    Key id;

    String name;
    boolean given;
    boolean assumed;
    Instant chosenAt;

    @Nullable
    Instant withdrawnAt;

    byte @Nullable [] rightHash;

    /** Who, about what. */
    @Embeddable
    record Key(UUID recordingId, UUID participantId) {}

    Choice choice() {
        return new Choice(id.participantId, name, given, assumed, chosenAt, Optional.ofNullable(withdrawnAt));
    }
}

package plenum.policy.store;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import plenum.policy.KeptKind;

/** A row of {@code policy_kept}; Hibernate fills the fields. */
@Entity
@NullUnmarked
@Table(name = "policy_kept")
class KeptRow {
    @Id
    @Enumerated(EnumType.STRING)
    KeptKind kind;

    int hours;

    protected KeptRow() {
        // for Hibernate
    }

    KeptRow(KeptKind kind, int hours) {
        this.kind = kind;
        this.hours = hours;
    }
}

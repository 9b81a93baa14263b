package plenum.account.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import plenum.account.Taste;

/** A row of {@code account_taste}; Hibernate fills the fields. */
@Entity
@NullUnmarked
@Table(name = "account_taste")
class TasteRow {
    @Id
    UUID accountId;

    String appearance;
    String[] silent;

    protected TasteRow() {
        // for Hibernate
    }

    TasteRow(UUID account, Taste taste) {
        accountId = account;
        appearance = taste.appearance();
        silent = taste.silent().stream().sorted().toArray(String[]::new);
    }

    Taste toTaste() {
        return new Taste(appearance, Set.of(silent));
    }
}

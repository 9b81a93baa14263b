package plenum.account.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import plenum.account.Taste;
import plenum.account.Tastes;

/** Tastes in PostgreSQL. */
@ApplicationScoped
@Transactional
public class StoredTastes implements Tastes {
    @PersistenceContext
    EntityManager entities;

    @Override
    public Optional<Taste> of(UUID account) {
        return Optional.ofNullable(entities.find(TasteRow.class, account)).map(TasteRow::toTaste);
    }

    @Override
    public void store(UUID account, Taste taste) {
        entities.merge(new TasteRow(account, taste));
    }
}

package plenum.account.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import plenum.account.Account;
import plenum.account.AccountState;
import plenum.account.Directory;

/** The directory in PostgreSQL. */
@ApplicationScoped
@Transactional
public class StoredDirectory implements Directory {
    private static final int SHORTEST = 2;

    @PersistenceContext
    EntityManager entities;

    @Override
    public List<Account> search(String typed, int most) {
        String text = typed.strip().toLowerCase(Locale.ROOT);
        if (text.length() < SHORTEST) {
            return List.of();
        }
        String escaped = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return entities.createQuery(
                        "select a from AccountRow a where a.state = :active and (lower(a.name) like :part escape '\\'"
                                + " or a.email like :beginning escape '\\') order by a.name, a.id",
                        AccountRow.class)
                .setParameter("active", AccountState.ACTIVE)
                .setParameter("part", "%" + escaped + "%")
                .setParameter("beginning", escaped + "%")
                .setMaxResults(most)
                .getResultStream()
                .map(AccountRow::toAccount)
                .toList();
    }
}

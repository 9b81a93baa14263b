package plenum.booking.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import plenum.platform.PersonalData;

/** Which rooms somebody booked, and which they keep. */
@ApplicationScoped
@Transactional
public class BookingData implements PersonalData {
    @PersistenceContext
    EntityManager entities;

    @Override
    public String feature() {
        return "booking";
    }

    @Override
    public Set<String> columns() {
        return Set.of("booking.account_id", "bookable.keeper_id");
    }

    @Override
    public Map<String, Object> export(UUID account) {
        Map<String, Object> data = new LinkedHashMap<>();
        put(data, "booked", account, """
            select k.name || ': ' || lower(b.during) from booking b join bookable k on k.id = b.bookable_id
            where b.account_id = :account order by b.during\
            """);
        put(data, "kept", account, "select name from bookable where keeper_id = :account order by name");
        return data;
    }

    private void put(Map<String, Object> data, String name, UUID account, String query) {
        List<?> rows = entities.createNativeQuery(query, String.class)
                .setParameter("account", account)
                .getResultList();
        if (!rows.isEmpty()) {
            data.put(name, rows);
        }
    }

    /** What they booked is free again; what they keep needs nobody's leave any more. */
    @Override
    public void erase(UUID account) {
        for (String statement : List.of(
                "delete from booking where account_id = :account",
                "update bookable set keeper_id = null where keeper_id = :account")) {
            entities.createNativeQuery(statement)
                    .setParameter("account", account)
                    .executeUpdate();
        }
    }
}

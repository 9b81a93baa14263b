package plenum.booking.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import plenum.booking.Bookable;
import plenum.booking.Bookables;
import plenum.platform.SecretToken;

/** What can be booked, in PostgreSQL. */
@ApplicationScoped
@Transactional
public class StoredBookables implements Bookables {
    @PersistenceContext
    EntityManager entities;

    @Override
    public List<Bookable> all() {
        return entities.createQuery("select b from BookableRow b order by lower(b.name)", BookableRow.class)
                .getResultStream()
                .map(BookableRow::toBookable)
                .toList();
    }

    @Override
    public Optional<Bookable> byId(UUID id) {
        return Optional.ofNullable(entities.find(BookableRow.class, id)).map(BookableRow::toBookable);
    }

    @Override
    public List<Bookable> bookableBy(UUID account) {
        List<?> rows = entities.createNativeQuery("""
                    select * from bookable where group_id is null
                        or group_id in (select m.group_id from account_group_member m where m.account_id = :account)
                    order by lower(name)\
                    """, BookableRow.class)
                .setParameter("account", account)
                .getResultList();
        return rows.stream()
                .map(BookableRow.class::cast)
                .map(BookableRow::toBookable)
                .toList();
    }

    @Override
    public void store(Bookable bookable) {
        entities.merge(new BookableRow(bookable));
    }

    @Override
    public void delete(UUID id) {
        entities.createNativeQuery("delete from bookable where id = :id")
                .setParameter("id", id)
                .executeUpdate();
    }

    @Override
    public List<Named> groups() {
        List<?> rows = entities.createNativeQuery("select id, name from account_group order by name")
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Named((UUID) row[0], (String) row[1]))
                .toList();
    }

    @Override
    public List<Display> displays(UUID bookable) {
        List<?> rows = entities.createNativeQuery(
                        "select id, bookable_id, name from booking_display where bookable_id = :bookable order by name, id")
                .setParameter("bookable", bookable)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Display((UUID) row[0], (UUID) row[1], (String) row[2]))
                .toList();
    }

    @Override
    public void addDisplay(Display display, byte[] tokenHash) {
        entities.createNativeQuery(
                        "insert into booking_display (id, bookable_id, name, token_hash) values (:id, :bookable, :name, :hash)")
                .setParameter("id", display.id())
                .setParameter("bookable", display.bookable())
                .setParameter("name", display.name())
                .setParameter("hash", tokenHash)
                .executeUpdate();
    }

    @Override
    public void removeDisplay(UUID display) {
        entities.createNativeQuery("delete from booking_display where id = :id")
                .setParameter("id", display)
                .executeUpdate();
    }

    @Override
    public Optional<Bookable> byDisplay(SecretToken token) {
        List<?> rows = entities.createNativeQuery(
                        "select b.* from bookable b join booking_display d on d.bookable_id = b.id where d.token_hash = :hash",
                        BookableRow.class)
                .setParameter("hash", token.hash())
                .getResultList();
        return rows.stream().map(BookableRow.class::cast).findFirst().map(BookableRow::toBookable);
    }
}

package plenum.calendar.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import plenum.calendar.CalendarObjects;

/** Objects of calendars in PostgreSQL, whose triggers note each change, whoever makes it. */
@ApplicationScoped
@Transactional
public class StoredCalendarObjects implements CalendarObjects {
    private static final String SELECT =
            "select name, uid, revision, gone from calendar_object where calendar_id = :calendar ";

    @PersistenceContext
    EntityManager entities;

    @Override
    public long revision(UUID calendar) {
        List<?> rows = entities.createNativeQuery("select revision from calendar where id = :calendar")
                .setParameter("calendar", calendar)
                .getResultList();
        return rows.stream()
                .map(Number.class::cast)
                .mapToLong(Number::longValue)
                .findFirst()
                .orElse(0);
    }

    @Override
    public void lock(UUID calendar) {
        entities.createNativeQuery("select revision from calendar where id = :calendar for no key update")
                .setParameter("calendar", calendar)
                .getResultList();
    }

    @Override
    public List<CalendarObject> all(UUID calendar) {
        return objects(query("and not gone order by name", calendar)).toList();
    }

    @Override
    public List<CalendarObject> since(UUID calendar, long revision) {
        return objects(query("and revision > :revision order by revision", calendar)
                        .setParameter("revision", revision))
                .toList();
    }

    @Override
    public Optional<CalendarObject> byName(UUID calendar, String name) {
        return objects(query("and name = :name", calendar).setParameter("name", name))
                .findFirst();
    }

    @Override
    public Optional<CalendarObject> byUid(UUID calendar, String uid) {
        return objects(query("and uid = :uid", calendar).setParameter("uid", uid))
                .findFirst();
    }

    @Override
    public void name(UUID calendar, String uid, String name) {
        entities.createNativeQuery("""
            insert into calendar_object (calendar_id, uid, name, revision, gone) values (:calendar, :uid, :name, 0, true)
            on conflict (calendar_id, uid) do update set name = excluded.name\
            """)
                .setParameter("calendar", calendar)
                .setParameter("uid", uid)
                .setParameter("name", name)
                .executeUpdate();
    }

    private Query query(String where, UUID calendar) {
        return entities.createNativeQuery(SELECT + where).setParameter("calendar", calendar);
    }

    private static Stream<CalendarObject> objects(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new CalendarObject(
                        (String) row[0], (String) row[1], ((Number) row[2]).longValue(), (Boolean) row[3]));
    }
}

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
import plenum.account.Account;
import plenum.calendar.Access;
import plenum.calendar.Calendar;
import plenum.calendar.CalendarShare;
import plenum.calendar.CalendarShare.With;
import plenum.calendar.CalendarShares;
import plenum.calendar.SeenCalendar;
import plenum.mail.MailAddress;

/** Shares of calendars in PostgreSQL. */
@ApplicationScoped
@Transactional
public class StoredCalendarShares implements CalendarShares {
    /** Each calendar once, with the most that one of its shares, or owning it, allows. */
    private static final String SEEN = """
        select c.id, c.account_id, c.name, c.colour, c.organisation, a.name as owner_name, a.email,
            (select h.account_id from calendar_hidden h where h.account_id = :reader and h.calendar_id = c.id) is not null as is_hidden,
            case when c.account_id = :reader or (c.organisation and :admin) then 'OWN' else (
                select s.access from calendar_share s where s.calendar_id = c.id and (s.email = :email
                    or s.group_id in (select m.group_id from account_group_member m where m.account_id = :reader)
                    or (s.email is null and s.group_id is null))
                order by array_position(array['DELEGATE', 'WRITE', 'READ', 'BUSY'], s.access) limit 1) end as access
        from calendar c join account a on a.id = c.account_id
        """;

    private static final String SHARE = """
        select s.id, s.calendar_id, s.email, s.group_id, g.name, s.access
        from calendar_share s left join account_group g on g.id = s.group_id
        """;

    @PersistenceContext
    EntityManager entities;

    @Override
    public List<SeenCalendar> seenBy(Account reader) {
        Query query = entities.createNativeQuery("select * from (" + SEEN + """
            where c.account_id = :reader or c.organisation or exists (select from calendar_share s where s.calendar_id = c.id
                and (s.email = :email or (s.email is null and s.group_id is null)
                    or s.group_id in (select m.group_id from account_group_member m where m.account_id = :reader)))
            order by c.organisation, (c.account_id <> :reader), c.created_at, c.id) seen where access is not null\
            """);
        return seen(query, reader).toList();
    }

    @Override
    public Optional<SeenCalendar> seenBy(Account reader, UUID calendar) {
        Query query = entities.createNativeQuery(
                        "select * from (" + SEEN + "where c.id = :calendar) seen where access is not null")
                .setParameter("calendar", calendar);
        return seen(query, reader).findFirst();
    }

    private static Stream<SeenCalendar> seen(Query query, Account reader) {
        List<?> rows = query.setParameter("reader", reader.id())
                .setParameter("email", reader.email().text())
                .setParameter("admin", reader.isAdmin())
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new SeenCalendar(
                        new Calendar(
                                (UUID) row[0],
                                (UUID) row[1],
                                (String) row[2],
                                Calendar.Colour.valueOf((String) row[3]),
                                (Boolean) row[4]),
                        Access.valueOf((String) row[8]),
                        (String) row[5],
                        new MailAddress((String) row[6]),
                        (Boolean) row[7]));
    }

    @Override
    public List<CalendarShare> of(UUID calendar) {
        return shares(entities.createNativeQuery(SHARE + "where s.calendar_id = :calendar order by s.email, g.name")
                        .setParameter("calendar", calendar))
                .toList();
    }

    @Override
    public Optional<CalendarShare> byId(UUID share) {
        return shares(entities.createNativeQuery(SHARE + "where s.id = :id").setParameter("id", share))
                .findFirst();
    }

    private static Stream<CalendarShare> shares(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row ->
                        new CalendarShare((UUID) row[0], (UUID) row[1], with(row), Access.valueOf((String) row[5])));
    }

    private static With with(Object[] row) {
        if (row[2] instanceof String email) {
            return new With.Person(new MailAddress(email));
        }
        return row[3] instanceof UUID group ? new With.Group(group, (String) row[4]) : new With.Everybody();
    }

    @Override
    public void keep(CalendarShare share) {
        entities.flush();
        String email = share.with() instanceof With.Person(MailAddress address) ? address.text() : null;
        UUID group = share.with() instanceof With.Group(UUID id, String name) ? id : null;
        entities.createNativeQuery("""
            insert into calendar_share (id, calendar_id, email, group_id, access)
            values (:id, :calendar, cast(:email as text), cast(:group as uuid), :access)
            on conflict on constraint calendar_share_once do update set access = excluded.access\
            """)
                .setParameter("id", share.id())
                .setParameter("calendar", share.calendar())
                .setParameter("email", email)
                .setParameter("group", group)
                .setParameter("access", share.access().name())
                .executeUpdate();
    }

    @Override
    public void remove(UUID share) {
        entities.createNativeQuery("delete from calendar_share where id = :id")
                .setParameter("id", share)
                .executeUpdate();
    }

    @Override
    public void setHidden(UUID account, UUID calendar, boolean hidden) {
        entities.createNativeQuery(
                        hidden
                                ? "insert into calendar_hidden (account_id, calendar_id) values (:account, :calendar) on conflict do nothing"
                                : "delete from calendar_hidden where account_id = :account and calendar_id = :calendar")
                .setParameter("account", account)
                .setParameter("calendar", calendar)
                .executeUpdate();
    }

    @Override
    public List<With.Group> groups(UUID account) {
        List<?> rows =
                entities.createNativeQuery("""
            select g.id, g.name from account_group g join account_group_member m on m.group_id = g.id
            where m.account_id = :account order by g.name\
            """).setParameter("account", account).getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new With.Group((UUID) row[0], (String) row[1]))
                .toList();
    }
}

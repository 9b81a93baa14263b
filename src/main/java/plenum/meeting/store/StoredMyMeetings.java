package plenum.meeting.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import plenum.meeting.KeyCheck;
import plenum.meeting.Meeting;
import plenum.meeting.MeetingLetters;
import plenum.meeting.MeetingName;
import plenum.meeting.Meetings;
import plenum.meeting.MyMeetings;
import plenum.meeting.Role;

/** The meetings of accounts in PostgreSQL. */
@ApplicationScoped
@Transactional
public class StoredMyMeetings implements MyMeetings {
    /** Own ones, and those where somebody is a host. */
    private static final String THEIRS = """
             from meeting m where (m.owner_id = :account or exists (
               select 1 from meeting_cohost c join account a on a.email = c.email where c.meeting_id = m.id and a.id = :account))\
            """;

    private static final String ATTENDED = "exists (select 1 from attendance t where t.meeting_id = m.id)";

    @PersistenceContext
    EntityManager entities;

    @Inject
    Meetings meetings;

    @Override
    public List<Entry> list(Asked asked, int first, int most) {
        List<?> rows = prepared(
                        """
                select m.id, m.name, m.code, m.letters, m.created_at, m.used_at, coalesce(m.owner_id = :account, false),
                  (select count(*) from attendance t where t.meeting_id = m.id and t.same_person_as is null)\
                """ + THEIRS + filter(asked) + " order by m.used_at desc, m.created_at desc, m.id", asked)
                .setFirstResult(first)
                .setMaxResults(most)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(StoredMyMeetings::entry)
                .toList();
    }

    @Override
    public long count(Asked asked) {
        return ((Number) prepared("select count(*)" + THEIRS + filter(asked), asked)
                        .getSingleResult())
                .longValue();
    }

    private static String filter(Asked asked) {
        return switch (asked.which()) {
            case PLANNED -> " and m.id <> all(:live) and not " + ATTENDED;
            case RUNNING -> " and m.id = any(:live)";
            case PAST -> " and m.id <> all(:live) and " + ATTENDED;
        };
    }

    private Query prepared(String sql, Asked asked) {
        return entities.createNativeQuery(sql)
                .setParameter("account", asked.account())
                .setParameter("live", asked.live().toArray(UUID[]::new));
    }

    private static Entry entry(Object[] row) {
        return new Entry(
                (UUID) row[0],
                (String) row[1],
                String.valueOf(row[2]),
                String.valueOf(row[3]),
                (Instant) row[4],
                (Instant) row[5],
                (Boolean) row[6],
                ((Number) row[7]).longValue());
    }

    @Override
    public Optional<Meeting> owned(UUID account, MeetingLetters letters) {
        return meetings.byLetters(letters).filter(meeting -> !entities.createNativeQuery(
                        "select 1 from meeting where id = :id and owner_id = :account")
                .setParameter("id", meeting.id())
                .setParameter("account", account)
                .getResultList()
                .isEmpty());
    }

    /** When somebody was in it long ago, their attendance is forgotten, and the meeting counts as used later than it was made. */
    @Override
    public boolean isUntouched(Meeting meeting) {
        return entities.createQuery("""
                        select count(m) from MeetingRow m where m.id = :id and m.usedAt = m.createdAt
                        and not exists (select 1 from AttendanceRow a where a.meetingId = m.id)""", Long.class)
                        .setParameter("id", meeting.id())
                        .getSingleResult()
                == 1;
    }

    @Override
    public boolean setKey(Meeting meeting, Optional<KeyCheck> key) {
        return entities.createQuery("""
                        update MeetingRow m set m.keyCheck = :check, m.keySalt = :salt
                        where m.id = :id and m.usedAt = m.createdAt
                        and not exists (select 1 from AttendanceRow a where a.meetingId = m.id)""")
                        .setParameter("check", key.map(KeyCheck::check).orElse(null))
                        .setParameter("salt", key.map(KeyCheck::salt).orElse(null))
                        .setParameter("id", meeting.id())
                        .executeUpdate()
                == 1;
    }

    @Override
    public void rename(Meeting meeting, MeetingName name) {
        run("update meeting set name = :value where id = :id", meeting, name.text());
    }

    @Override
    public void delete(Meeting meeting) {
        entities.createNativeQuery("delete from meeting where id = :id")
                .setParameter("id", meeting.id())
                .executeUpdate();
    }

    @Override
    public List<String> hosts(Meeting meeting) {
        return texts("select email from meeting_cohost where meeting_id = :id order by email", meeting.id());
    }

    @Override
    public void addHost(Meeting meeting, String email) {
        run(
                "insert into meeting_cohost (meeting_id, email) values (:id, :value) on conflict do nothing",
                meeting,
                email);
    }

    @Override
    public void removeHost(Meeting meeting, String email) {
        run("delete from meeting_cohost where meeting_id = :id and email = :value", meeting, email);
    }

    private void run(String sql, Meeting meeting, String value) {
        entities.createNativeQuery(sql)
                .setParameter("id", meeting.id())
                .setParameter("value", value)
                .executeUpdate();
    }

    @Override
    public List<Visit> attendance(Meeting meeting) {
        List<?> rows =
                entities.createNativeQuery("""
                select name, role, account_id is not null, came_at, given_up_at from attendance
                where meeting_id = :id and same_person_as is null order by came_at, id limit 5000\
                """).setParameter("id", meeting.id()).getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Visit(
                        (String) row[0],
                        Role.valueOf((String) row[1]),
                        (Boolean) row[2],
                        (Instant) row[3],
                        Optional.ofNullable((Instant) row[4])))
                .toList();
    }

    @Override
    public List<Map<String, String>> export(UUID account) {
        List<?> rows = entities.createNativeQuery(
                        "select name, created_at from meeting where owner_id = :id order by created_at")
                .setParameter("id", account)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> Map.of("name", (String) row[0], "createdAt", row[1].toString()))
                .toList();
    }

    @Override
    public List<Map<String, String>> visits(UUID account) {
        List<?> rows =
                entities.createNativeQuery("""
                select m.name, t.name, t.came_at from attendance t join meeting m on m.id = t.meeting_id
                where t.account_id = :id order by t.came_at\
                """).setParameter("id", account).getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> Map.of("meeting", (String) row[0], "as", (String) row[1], "cameAt", row[2].toString()))
                .toList();
    }

    @Override
    public void erase(UUID account) {
        for (String sql : List.of(
                "delete from meeting where owner_id = :id",
                "delete from admin_visit where account_id = :id",
                "delete from meeting_cohost c using account a where a.id = :id and c.email = a.email",
                "update attendance set account_id = null, name = '–' where account_id = :id")) {
            entities.createNativeQuery(sql).setParameter("id", account).executeUpdate();
        }
    }

    private List<String> texts(String sql, UUID id) {
        return entities.createNativeQuery(sql, String.class)
                .setParameter("id", id)
                .getResultStream()
                .map(String.class::cast)
                .toList();
    }
}

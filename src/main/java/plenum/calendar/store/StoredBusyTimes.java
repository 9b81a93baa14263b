package plenum.calendar.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import plenum.account.Account;
import plenum.calendar.BusyTimes;
import plenum.calendar.EventTime;
import plenum.calendar.EventTime.Interval;
import plenum.calendar.Preference;
import plenum.calendar.Repetition;
import plenum.mail.MailAddress;

/** When people have no time, from PostgreSQL. */
@ApplicationScoped
@Transactional
public class StoredBusyTimes implements BusyTimes {
    /** Rows of one question: everything of some hundred people who plan all of their days. */
    private static final int MOST = 100_000;

    private static final String KNOWN = """
        select a.email, a.id, a.zone from account a left join calendar_preference p on p.account_id = a.id
        where a.email in (:emails) and (coalesce(p.shares_busy, true) or exists (
            select from calendar c join calendar_share s on s.calendar_id = c.id
            where c.account_id = a.id and not c.organisation and (s.email = :mine or (s.email is null and s.group_id is null)
                or s.group_id in (select m.group_id from account_group_member m where m.account_id = :reader))))\
        """;

    private static final String EVENT = """
        , e.id, cast(extract(epoch from e.local_start) as bigint), e.length_seconds, e.zone, e.whole_days, e.rule,
        case when e.rule is not null then array_to_string(e.except_starts || array(select r.instead_of from calendar_event r
            where r.calendar_id = e.calendar_id and r.uid = e.uid and r.instead_of is not null), ',') end, e.busy and \
        """;

    private static final String WITHIN = " e.starts_at < :to and (e.ends_at is null or e.ends_at > :from) ";

    private static final String BUSY =
            "select c.account_id" + EVENT + """
        true from calendar_event e join calendar c on c.id = e.calendar_id
        where c.account_id in (:accounts) and not c.organisation and\
        """ + WITHIN + "union all select a.id" + EVENT + """
        g.answer = 'YES' from account a join calendar_guest g on g.email = a.email join calendar_event e on e.id = g.event_id
        join calendar c on c.id = e.calendar_id
        where a.id in (:accounts) and g.answer <> 'NO' and (c.account_id <> a.id or c.organisation) and\
        """ + WITHIN;

    @PersistenceContext
    EntityManager entities;

    @Override
    public Map<MailAddress, Person> known(Account reader, Collection<MailAddress> addresses) {
        if (addresses.isEmpty()) {
            return Map.of();
        }
        List<?> rows = entities.createNativeQuery(KNOWN)
                .setParameter(
                        "emails", addresses.stream().map(MailAddress::text).toList())
                .setParameter("mine", reader.email().text())
                .setParameter("reader", reader.id())
                .getResultList();
        List<Object[]> found = rows.stream().map(Object[].class::cast).toList();
        Map<UUID, PreferenceRow> chosen =
                preferences(found.stream().map(row -> (UUID) row[1]).toList());
        Map<MailAddress, Person> known = new HashMap<>();
        found.forEach(row -> {
            UUID account = (UUID) row[1];
            ZoneId zone = ZoneId.of((String) row[2]);
            Preference preference = Optional.ofNullable(chosen.get(account))
                    .map(stored -> stored.toPreference(zone))
                    .orElseGet(() -> Preference.usual(zone));
            known.put(new MailAddress((String) row[0]), new Person(account, preference.hours()));
        });
        return known;
    }

    private Map<UUID, PreferenceRow> preferences(List<UUID> accounts) {
        return accounts.isEmpty()
                ? Map.of()
                : entities.createQuery(
                                "select p from PreferenceRow p where p.accountId in (:accounts)", PreferenceRow.class)
                        .setParameter("accounts", accounts)
                        .getResultStream()
                        .collect(Collectors.toMap(row -> row.accountId, row -> row));
    }

    @Override
    public List<Row> of(Collection<UUID> accounts, Interval span) {
        if (accounts.isEmpty()) {
            return List.of();
        }
        List<?> rows = entities.createNativeQuery(BUSY)
                .setParameter("accounts", accounts)
                .setParameter("from", span.start())
                .setParameter("to", span.end())
                .setMaxResults(MOST)
                .getResultList();
        return rows.stream().map(Object[].class::cast).map(StoredBusyTimes::row).toList();
    }

    private static Row row(Object[] row) {
        EventTime time = new EventTime(
                local((Number) row[2]),
                Duration.ofSeconds(((Number) row[3]).longValue()),
                ZoneId.of((String) row[4]),
                (Boolean) row[5]);
        return new Row(
                (UUID) row[0], (UUID) row[1], time, repetition((String) row[6], (String) row[7]), (Boolean) row[8]);
    }

    private static Optional<Repetition> repetition(@Nullable String rule, @Nullable String except) {
        if (rule == null) {
            return Optional.empty();
        }
        Set<LocalDateTime> left = except == null || except.isEmpty()
                ? Set.of()
                : Arrays.stream(except.split(",", -1))
                        .map(text -> LocalDateTime.parse(text.replace(' ', 'T')))
                        .collect(Collectors.toSet());
        return Optional.of(new Repetition(rule, left));
    }

    /** Seconds of a time of the clock, as if it were in UTC. */
    private static LocalDateTime local(Number seconds) {
        return LocalDateTime.ofEpochSecond(seconds.longValue(), 0, ZoneOffset.UTC);
    }
}

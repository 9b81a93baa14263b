package plenum.calendar.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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

    private static final String IN_SPAN =
            " and e.busy and e.id <> :except and e.starts_at < :to and (e.ends_at is null or e.ends_at > :from)";

    private static final String OWN = """
        from calendar_event e join calendar c on c.id = e.calendar_id where c.account_id in (:accounts) and not c.organisation\
        """ + IN_SPAN;

    private static final String ACCEPTED = """
        from account a join calendar_guest g on g.email = a.email join calendar_event e on e.id = g.event_id
        join calendar c on c.id = e.calendar_id
        where a.id in (:accounts) and g.answer = 'YES' and (c.account_id <> a.id or c.organisation)\
        """ + IN_SPAN;

    private static final String SPAN = ", e.starts_at, e.ends_at ";

    /** Full calendars have thousands of events, and few spans when what touches is joined. */
    private static final String SINGLE =
            """
        select account, cast(extract(epoch from lower(span)) as bigint), cast(extract(epoch from upper(span)) as bigint) from (
            select account, unnest(range_agg(tstzrange(starts_at, ends_at))) as span from (
        select c.account_id as account\
        """ + SPAN + OWN + " and e.rule is null union all select a.id" + SPAN + ACCEPTED + """
         and e.rule is null) as event group by account) as joined order by account, span\
        """;

    private static final String REPEATED =
            ", e.id, cast(extract(epoch from e.local_start) as bigint), e.length_seconds, e.zone, e.whole_days, e.rule, array_to_string(e.except_starts, ',') ";

    private static final String SERIES = "select c.account_id" + REPEATED + OWN
            + " and e.rule is not null union all select a.id" + REPEATED + ACCEPTED + " and e.rule is not null";

    /** No event has this. */
    private static final UUID NONE = new UUID(0, 0);

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
    public Busy of(Collection<UUID> accounts, Interval span, Optional<UUID> except) {
        if (accounts.isEmpty()) {
            return new Busy(Map.of(), List.of());
        }
        Map<UUID, List<Interval>> single = new HashMap<>();
        rows(SINGLE, accounts, span, except)
                .forEach(row -> single.computeIfAbsent((UUID) row[0], key -> new ArrayList<>())
                        .add(new Interval(instant((Number) row[1]), instant((Number) row[2]))));
        List<Object[]> series = rows(SERIES, accounts, span, except);
        Map<UUID, Set<LocalDateTime>> replaced = ReplacedTimes.of(
                entities, series.stream().map(row -> (UUID) row[1]).collect(Collectors.toSet()));
        return new Busy(
                single,
                series.stream()
                        .map(row -> series(row, replaced.getOrDefault((UUID) row[1], Set.of())))
                        .toList());
    }

    private List<Object[]> rows(String query, Collection<UUID> accounts, Interval span, Optional<UUID> except) {
        List<?> rows = entities.createNativeQuery(query)
                .setParameter("accounts", accounts)
                .setParameter("from", span.start())
                .setParameter("to", span.end())
                .setParameter("except", except.orElse(NONE))
                .setMaxResults(MOST)
                .getResultList();
        return rows.stream().map(Object[].class::cast).toList();
    }

    private static Series series(Object[] row, Set<LocalDateTime> replaced) {
        EventTime time = new EventTime(
                local((Number) row[2]),
                Duration.ofSeconds(((Number) row[3]).longValue()),
                ZoneId.of((String) row[4]),
                (Boolean) row[5]);
        return new Series(
                (UUID) row[0], (UUID) row[1], time, new Repetition((String) row[6], left((String) row[7], replaced)));
    }

    private static Set<LocalDateTime> left(String except, Set<LocalDateTime> replaced) {
        Set<LocalDateTime> left = new HashSet<>(replaced);
        Arrays.stream(except.split(",", -1))
                .filter(text -> !text.isEmpty())
                .map(text -> LocalDateTime.parse(text.replace(' ', 'T')))
                .forEach(left::add);
        return left;
    }

    private static Instant instant(Number seconds) {
        return Instant.ofEpochSecond(seconds.longValue());
    }

    /** Seconds of a time of the clock, as if it were in UTC. */
    private static LocalDateTime local(Number seconds) {
        return LocalDateTime.ofEpochSecond(seconds.longValue(), 0, ZoneOffset.UTC);
    }
}

package plenum.audit.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import plenum.audit.AuditLine;
import plenum.audit.AuditLog;
import plenum.audit.AuditSearch;

/** The audit in PostgreSQL. */
@ApplicationScoped
@Transactional
public class StoredAuditLog implements AuditLog, AuditSearch {
    private static final int BATCH = 1000;
    private static final int MOST_WORDS = 8;
    /** More lines than that are not sorted for one page of them. */
    private static final int FREQUENT = 5_000;
    /** As the index has it: the parts of addresses are words, too. */
    private static final String WORDS =
            "to_tsvector('simple', translate(actor_name || ' ' || coalesce(subject, ''), '@.-_+/:', '       '))";

    @PersistenceContext
    EntityManager entities;

    @Override
    public void write(AuditLine line) {
        entities.persist(new AuditRow(line));
    }

    @Override
    public List<AuditLine> of(UUID meeting) {
        return entities.createQuery(
                        "select a from AuditRow a where a.meetingId = :meeting order by a.id", AuditRow.class)
                .setParameter("meeting", meeting)
                .getResultStream()
                .map(AuditRow::toLine)
                .toList();
    }

    @Override
    public List<AuditLine> of(UUID meeting, int first, int most) {
        return entities.createQuery(
                        "select a from AuditRow a where a.meetingId = :meeting order by a.id desc", AuditRow.class)
                .setParameter("meeting", meeting)
                .setFirstResult(first)
                .setMaxResults(most)
                .getResultStream()
                .map(AuditRow::toLine)
                .toList();
    }

    @Override
    public int count(UUID meeting) {
        return entities.createQuery("select count(a) from AuditRow a where a.meetingId = :meeting", Long.class)
                .setParameter("meeting", meeting)
                .getSingleResult()
                .intValue();
    }

    @Override
    public int forget(Instant before) {
        return entities.createNativeQuery(
                        "delete from audit where id in (select id from audit where at < :before order by at limit"
                                + " :batch)")
                .setParameter("before", before)
                .setParameter("batch", BATCH)
                .executeUpdate();
    }

    @Override
    public List<AuditLine> find(Wanted wanted, int first, int most) {
        Query query =
                ask(wanted, where -> "select * from audit" + where + " order by " + order(wanted), AuditRow.class);
        return rows(query.setFirstResult(first).setMaxResults(most).getResultList());
    }

    /**
     * Lines are written as they happen, so by time is by id. The database guesses badly how many lines have a word: it would look at all of them from the
     * latest on for one that is rare. There are few of these to sort, and an expression keeps it from taking the index of the order.
     */
    private String order(Wanted wanted) {
        boolean rare = !prefixes(wanted.words()).isEmpty() && count(wanted, FREQUENT) < FREQUENT;
        return rare ? "id + 0 desc" : "at desc, id desc";
    }

    @Override
    public int count(Wanted wanted, int most) {
        Query query = ask(
                wanted,
                where -> "select count(*) from (select 1 from audit" + where + " limit " + most + ") found",
                Long.class);
        return ((Number) query.getSingleResult()).intValue();
    }

    @Override
    public List<AuditLine> of(UUID person, int most) {
        return rows(entities.createNativeQuery(
                        "select * from audit where actor = :id or person = :id order by id desc", AuditRow.class)
                .setParameter("id", person)
                .setMaxResults(most)
                .getResultList());
    }

    @Override
    public void forgetPerson(UUID person) {
        entities.createNativeQuery("update audit set actor = null, actor_name = '\u2013' where actor = :id")
                .setParameter("id", person)
                .executeUpdate();
        entities.createNativeQuery(
                        "update audit set person = null, subject = null, before = null, after = null where person ="
                                + " :id")
                .setParameter("id", person)
                .executeUpdate();
    }

    /** Only what is asked for stands in the statement, so that the database finds an index for it. */
    private Query ask(Wanted wanted, UnaryOperator<String> statement, Class<?> result) {
        List<String> conditions = new ArrayList<>();
        String words = prefixes(wanted.words());
        if (!words.isEmpty()) {
            conditions.add(WORDS + " @@ to_tsquery('simple', :words)");
        }
        wanted.action().ifPresent(action -> conditions.add("action = :action"));
        wanted.from().ifPresent(from -> conditions.add("at >= :from"));
        wanted.to().ifPresent(to -> conditions.add("at < :to"));
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        Query query = entities.createNativeQuery(statement.apply(where), result);
        if (!words.isEmpty()) {
            query.setParameter("words", words);
        }
        wanted.action().ifPresent(action -> query.setParameter("action", action.name()));
        wanted.from().ifPresent(from -> query.setParameter("from", from));
        wanted.to().ifPresent(to -> query.setParameter("to", to));
        return query;
    }

    /** Makes a full text query of typed words: each matches words that begin with it, and all have to match. */
    static String prefixes(String typed) {
        return Arrays.stream(typed.split("[^\\p{L}\\p{N}]+", -1))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .map(word -> word + ":*")
                .collect(Collectors.joining(" & "));
    }

    private static List<AuditLine> rows(List<?> found) {
        return found.stream().map(AuditRow.class::cast).map(AuditRow::toLine).toList();
    }
}

package plenum.account.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import plenum.account.AccountSearch;

/** Pages of accounts from PostgreSQL: filtered, sorted and cut there. */
@ApplicationScoped
@Transactional
public class StoredAccountSearch implements AccountSearch {
    private static final int MOST_WORDS = 8;
    /** More accounts than that are not sorted for one page of them. */
    private static final int FREQUENT = 5_000;
    /** From which row on it is worth the count of all. */
    private static final int DEEP = 5_000;

    /** As the index has it: the parts of addresses are words, too. */
    private static final String WORDS = "to_tsvector('simple', translate(a.name || ' ' || a.email, '@.-_+', '     '))";

    @PersistenceContext
    EntityManager entities;

    @Override
    public List<Found> find(Wanted wanted, Order order, int first, int most) {
        List<AccountRow> rows = first < DEEP ? rows(wanted, order, first, most) : deepRows(wanted, order, first, most);
        List<UUID> ids = rows.stream().map(row -> row.id).toList();
        Map<UUID, List<String>> groups = texts("""
            select m.account_id, g.name from account_group g join account_group_member m on m.group_id = g.id
            where m.account_id = any(:ids) order by g.name\
            """, ids);
        Map<UUID, List<String>> plans =
                texts("select account_id, plan from account_plan where account_id = any(:ids)", ids);
        return rows.stream()
                .map(row -> new Found(
                        row.toAccount(),
                        Optional.ofNullable(row.signedInAt),
                        plans.getOrDefault(row.id, List.of()).stream().findFirst(),
                        groups.getOrDefault(row.id, List.of())))
                .toList();
    }

    private List<AccountRow> rows(Wanted wanted, Order order, int first, int most) {
        Query query = isRare(wanted)
                ? ask(
                        "with a as materialized (select * from account a",
                        wanted,
                        ") select a.* from a" + orderBy(order),
                        AccountRow.class)
                : ask("select a.* from account a", wanted, orderBy(order), AccountRow.class);
        return query.setFirstResult(first).setMaxResults(most).getResultList().stream()
                .map(AccountRow.class::cast)
                .toList();
    }

    /** Those in the second half are found sooner from the end. */
    private List<AccountRow> deepRows(Wanted wanted, Order order, int first, int most) {
        int all = count(wanted);
        if (first <= all / 2 || first >= all) {
            return rows(wanted, order, first, most);
        }
        int after = Math.max(0, all - first - most);
        return rows(wanted, new Order(order.column(), !order.ascending()), after, Math.min(most, all - first))
                .reversed();
    }

    /** The database guesses badly how many names have a word: it would go through all of them, in their order, for one that is rare. */
    private boolean isRare(Wanted wanted) {
        if (prefixes(wanted.words()).isEmpty()) {
            return false;
        }
        Query query = ask(
                "select count(*) from (select 1 from account a", wanted, " limit " + FREQUENT + ") found", Long.class);
        return ((Number) query.getSingleResult()).intValue() < FREQUENT;
    }

    @Override
    public int count(Wanted wanted) {
        return ((Number) ask("select count(*) from account a", wanted, "", Long.class)
                        .getSingleResult())
                .intValue();
    }

    /** Only what is asked for stands in the statement, so that the database finds an index for it. */
    private Query ask(String select, Wanted wanted, String orderBy, Class<?> result) {
        Map<String, Object> values = new HashMap<>();
        List<String> conditions = new ArrayList<>();
        String words = prefixes(wanted.words());
        if (!words.isEmpty()) {
            conditions.add(WORDS + " @@ to_tsquery('simple', :words)");
            values.put("words", words);
        }
        wanted.role().ifPresent(role -> {
            conditions.add("a.role = :role");
            values.put("role", role.name());
        });
        wanted.state().ifPresent(state -> {
            conditions.add("a.state = :state");
            values.put("state", state.name());
        });
        wanted.group().ifPresent(group -> {
            conditions.add("a.id in (select m.account_id from account_group_member m"
                    + " join account_group g on g.id = m.group_id where g.name = :group)");
            values.put("group", group);
        });
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        Query query = entities.createNativeQuery(select + where + orderBy, result);
        values.forEach(query::setParameter);
        return query;
    }

    private static String orderBy(Order order) {
        String direction = order.ascending() ? " asc" : " desc";
        String column =
                switch (order.column()) {
                    case NAME -> "lower(a.name)";
                    case EMAIL -> "a.email";
                    case ROLE -> "a.role";
                    case STATE -> "a.state";
                    case CREATED -> "a.created_at";
                    case SIGNED_IN -> "a.signed_in_at";
                };
        String nulls = order.column() != Column.SIGNED_IN ? "" : order.ascending() ? " nulls first" : " nulls last";
        return " order by " + column + direction + nulls
                + (order.column() == Column.EMAIL ? "" : ", a.email" + direction);
    }

    private Map<UUID, List<String>> texts(String sql, List<UUID> ids) {
        List<?> rows = entities.createNativeQuery(sql, Object[].class)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .collect(Collectors.groupingBy(
                        row -> (UUID) row[0], Collectors.mapping(row -> (String) row[1], Collectors.toList())));
    }

    /** What was typed as a query of the full text search: each word is a beginning, and all have to be there. */
    private static String prefixes(String typed) {
        return Arrays.stream(typed.split("[^\\p{L}\\p{N}]+", -1))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .map(word -> word + ":*")
                .collect(Collectors.joining(" & "));
    }
}

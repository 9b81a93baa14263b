package plenum.account.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import plenum.account.AccountSearch;
import plenum.account.AccountSearch.Column;
import plenum.account.AccountSearch.Order;
import plenum.account.AccountSearch.Wanted;
import plenum.it.HibernateForTests;

/** Accounts are found and cut into pages in a real PostgreSQL, whichever way is taken for it. */
@Tag("account")
class StoredAccountSearchIT {
    private static final int ALL = 12_000;
    private static HibernateForTests database;

    private final AccountSearch search = database.transactional(AccountSearch.class, entities -> {
        StoredAccountSearch store = new StoredAccountSearch();
        store.entities = entities;
        return store;
    });

    @BeforeAll
    static void open() {
        database = new HibernateForTests("account_search_test", List.of(AccountRow.class));
        database.execute("delete from account");
        database.execute("""
            insert into account (id, email, name, role, state, language, zone, muted, camera_off, created_at, signed_in_at)
            select gen_random_uuid(), 'p' || n || '@example.org', 'Family' || n % 700 || ' Given', 'USER', 'ACTIVE', 'de', 'Europe/Zurich',
                false, false, now() - n * interval '1 minute', case when n % 3 = 0 then null else now() - n * interval '1 second' end
            from generate_series(1, 12000) n\
            """);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @ParameterizedTest
    @EnumSource(Column.class)
    void pagesFitTogetherFromBothEnds(Column column) {
        for (boolean up : List.of(true, false)) {
            Order order = new Order(column, up);
            List<String> whole = emails(order, 0, ALL);
            List<String> pages = new ArrayList<>();
            for (int first = 0; first < ALL; first += 2_500) {
                pages.addAll(emails(order, first, 2_500));
            }
            assertThat(pages).isEqualTo(whole).hasSize(ALL).doesNotHaveDuplicates();
            assertThat(emails(order, ALL, 10)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"family69, 10", "given, 12000", "example.org family1, 1800", "nobody, 0", "p77@, 1"})
    void rareAndFrequentWordsAreFound(String words, int least) {
        Wanted wanted = new Wanted(words, Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(search.count(wanted)).isGreaterThanOrEqualTo(least);
        List<String> names = search.find(wanted, new Order(Column.NAME, true), 0, 50).stream()
                .map(found -> found.account().name().text())
                .toList();
        assertThat(names).hasSize(Math.min(50, search.count(wanted))).isSorted();
    }

    @Test
    void aRareWordIsTurnedPageByPage() {
        Wanted wanted = new Wanted("family33", Optional.empty(), Optional.empty(), Optional.empty());
        int count = search.count(wanted);
        Order order = new Order(Column.EMAIL, false);
        List<AccountSearch.Found> last = search.find(wanted, order, count - 1, 10);
        assertThat(last).hasSize(1);
        assertThat(search.find(wanted, order, 0, count).getLast().account().email())
                .isEqualTo(last.getFirst().account().email());
    }

    private List<String> emails(Order order, int first, int most) {
        return search.find(Wanted.all(), order, first, most).stream()
                .map(found -> found.account().email().text())
                .toList();
    }
}

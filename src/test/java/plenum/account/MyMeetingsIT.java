package plenum.account;

import static org.assertj.core.api.Assertions.assertThat;
import static plenum.account.PageBrowser.location;

import java.net.http.HttpResponse;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plenum.it.Deployments;
import plenum.it.SqlForTests;

/** Meetings that belong to accounts: whose they are, and who else learns nothing of them. */
@Tag("account")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class MyMeetingsIT {
    private static final String CHECK = "c".repeat(22);
    private static final String SALT = "s".repeat(22);

    private PageBrowser ada;
    private PageBrowser bob;
    private String letters;

    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.application();
    }

    @BeforeAll
    static void awaitSchema() {
        SqlForTests.awaitTables();
    }

    @BeforeEach
    void begin() {
        ada = AccountRows.signedIn("ada.owner@example.org");
        bob = AccountRows.signedIn("bob.host@example.org");
        letters = location(ada.submit("/new", "create", "name=Weekly")).replaceFirst(".*/m/", "");
    }

    @Test
    void whoMakesAMeetingWhileSignedInOwnsIt() {
        assertThat(ada.get("/meetings").body()).contains("/m/" + letters);
        assertThat(bob.get("/meetings").body()).doesNotContain(letters);
        assertThat(ada.get("/meetings/settings?m=" + letters).body()).contains("Weekly");
        String guests = location(new PageBrowser().submit("/new", "create", "name=Guests"))
                .replaceFirst(".*/m/", "");
        assertThat(SqlForTests.ask(
                        "select coalesce(owner_id::text, 'nobody') from meeting where letters = '" + guests + "'"))
                .isEqualTo("nobody");
    }

    @Test
    void itsRulesAreSetBeforeItBegins() {
        ada.submit(
                "/meetings/settings",
                "settings",
                "@m=" + letters,
                "name=Monthly",
                "rules:lobby=on",
                "password=correct horse");
        assertThat(stored("name || ' ' || ('LOBBY' = any(switches)) || ' ' || (password_hash is not null)"))
                .isEqualTo("Monthly true true");
        ada.submit("/meetings/settings", "settings", "@m=" + letters, "name=  ", "password=x");
        assertThat(stored("name")).as("nothing of what is wrong").isEqualTo("Monthly");
    }

    @Test
    void itsEncryptionIsChosenBeforeAnybodyHasBeenThere() {
        String page = "/meetings/settings?m=" + letters;
        assertThat(ada.get(page).body()).contains("id=\"encryption\"", "data-form=\"secrecy\"");
        ada.submit("/meetings/settings", "secrecy", "@m=" + letters, "key-check=short", "key-salt=" + SALT);
        assertThat(stored("key_check is null")).isEqualTo("t");
        assertThat(location(encrypt())).isEqualTo(page);
        assertThat(stored("key_check || key_salt")).isEqualTo(CHECK + SALT);
        assertThat(ada.get(page).body())
                .contains("data-check=\"" + CHECK, "secrecy:open")
                .doesNotContain("id=\"encryption\"");
        ada.submit("/meetings/settings", "secrecy", "@m=" + letters, "open=");
        assertThat(stored("key_check is null")).isEqualTo("t");

        SqlForTests.execute("insert into attendance (id, meeting_id, name, role, resume_token_hash, last_seen_at)"
                + " select gen_random_uuid(), id, 'Bob', 'PARTICIPANT', sha256(gen_random_uuid()::text::bytea), now()"
                + " from meeting where letters = '" + letters + "'");
        assertThat(ada.get(page).body()).doesNotContain("id=\"encryption\"");
        encrypt();
        assertThat(stored("key_check is null")).as("somebody was there").isEqualTo("t");
    }

    private HttpResponse<String> encrypt() {
        return ada.submit("/meetings/settings", "secrecy", "@m=" + letters, "key-check=" + CHECK, "key-salt=" + SALT);
    }

    @Test
    void hostsAreNamedByAddressAndFindTheMeetingAmongTheirs() {
        ada.submit("/meetings/settings", "hosts", "@m=" + letters, "host=Bob.Host@example.org");
        ada.submit("/meetings/settings", "hosts", "@m=" + letters, "host=nobody.has.this@example.org");
        assertThat(ada.get("/meetings/settings?m=" + letters).body())
                .as("the same whether there is an account or not")
                .contains("bob.host@example.org", "nobody.has.this@example.org");
        assertThat(bob.get("/meetings").body()).contains("/m/" + letters).doesNotContain("/meetings/settings");
        assertThat(bob.get("/meetings/settings?m=" + letters).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"settings", "secrecy", "hosts", "delete"})
    void nobodyElseChangesIt(String form) {
        for (PageBrowser other : List.of(bob, new PageBrowser())) {
            other.submit(
                    "/meetings/settings",
                    form,
                    "@m=" + letters,
                    "name=Mine now",
                    "host=eve@example.org",
                    "password=mine alone",
                    "key-check=" + CHECK,
                    "key-salt=" + SALT);
        }
        assertThat(stored("name || ' ' || (key_check is null)")).isEqualTo("Weekly true");
        assertThat(SqlForTests.ask("select count(*)::text from meeting_cohost where email = 'eve@example.org'"))
                .isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"settings", "hosts", "delete"})
    void noFormIsTakenFromAnotherSite(String form) {
        assertThat(ada.submitFrom("cross-site", "/meetings/settings", form, "@m=" + letters)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void itsOwnerDeletesIt() {
        assertThat(location(ada.submit("/meetings/settings", "delete", "@m=" + letters)))
                .isEqualTo("/meetings");
        assertThat(SqlForTests.ask("select count(*)::text from meeting where letters = '" + letters + "'"))
                .isEqualTo("0");
    }

    @Test
    void eachPageIsForWhomItIs() {
        List<PageBrowser> visitors = List.of(new PageBrowser(), ada, bob);
        assertThat(statuses(visitors, "/meetings")).containsExactly(302, 200, 200);
        assertThat(statuses(visitors, "/meetings?show=past")).containsExactly(302, 200, 200);
        assertThat(statuses(visitors, "/meetings/settings?m=" + letters)).containsExactly(302, 200, 404);
        assertThat(statuses(visitors, "/meetings/settings")).containsExactly(302, 404, 404);
        assertThat(statuses(visitors, "/meetings/attendance.csv?m=" + letters)).containsExactly(302, 200, 404);
        assertThat(statuses(visitors, "/meetings/attendance.csv")).containsExactly(302, 404, 404);
    }

    @Test
    void withTheAccountGoItsMeetings() {
        ada.submit("/meetings/settings", "hosts", "@m=" + letters, "host=bob.host@example.org");
        assertThat(location(bob.submit("/account", "delete"))).isEqualTo("/");
        assertThat(SqlForTests.ask("select count(*)::text from meeting_cohost where email = 'bob.host@example.org'"))
                .isEqualTo("0");
        assertThat(stored("name")).as("that of somebody else stays").isEqualTo("Weekly");
        assertThat(location(ada.submit("/account", "delete"))).isEqualTo("/");
        assertThat(SqlForTests.ask("select count(*)::text from meeting where letters = '" + letters + "'"))
                .isEqualTo("0");
        assertThat(SqlForTests.ask("select count(*)::text from account where email = 'ada.owner@example.org'"))
                .isEqualTo("0");
    }

    private String stored(String what) {
        return SqlForTests.ask("select " + what + " from meeting where letters = '" + letters + "'");
    }

    private static List<Integer> statuses(List<PageBrowser> visitors, String path) {
        return visitors.stream().map(visitor -> visitor.get(path).statusCode()).toList();
    }

    /** Past the pages, which have a test of their own: an account and a session that has just begun. */
}

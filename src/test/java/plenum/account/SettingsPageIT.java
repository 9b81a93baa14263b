package plenum.account;

import static org.assertj.core.api.Assertions.assertThat;
import static plenum.account.PageBrowser.location;

import java.net.http.HttpResponse;
import java.util.Locale;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plenum.it.Deployments;
import plenum.it.SqlForTests;
import plenum.platform.Messages;

/** Personal settings: kept in the account of whoever is signed in, and in the browser of a guest. */
@Tag("account")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class SettingsPageIT {
    private static final String EMAIL = "ada.settings@example.org";
    private static final String PAGE = "/settings";

    private PageBrowser ada;

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
        SqlForTests.execute("delete from account where email = '" + EMAIL + "'");
        ada = AccountRows.signedIn(EMAIL);
    }

    @Test
    void anAccountKeepsWhatItsOwnerSets() {
        ada.turn(PAGE, "personal", "appearance", "appearance=dark");
        ada.turn(PAGE, "personal", "zone", "zone=Europe/Rome");
        ada.turn(PAGE, "personal", "muted", "muted=on");
        ada.turn(PAGE, "personal", "sound-join");
        ada.turn(PAGE, "personal", "camera", "camera=on");
        assertThat(stored()).isEqualTo("Europe/Rome true true dark {join}");
        HttpResponse<String> elsewhere = AccountRows.signedIn(EMAIL).get("/new");
        assertThat(elsewhere.body()).contains("data-theme=\"dark\"");
        String meeting = location(ada.submit("/new", "create", "name=Weekly"));
        assertThat(ada.get(meeting).body())
                .contains("\"kept\":{", "\"enterMuted\":true", "\"enterWithoutCamera\":true", "\"silent\":[\"join\"]");
        assertThat(new PageBrowser().get(meeting).body()).doesNotContain("\"kept\"");
    }

    @Test
    void theLanguageIsThatOfPagesAndMails() {
        ada.setCookie("plenum-language", "fr");
        HttpResponse<String> chosen = ada.turn(PAGE, "personal", "language", "language=it", "@docked=true");
        assertThat(chosen.body()).contains("<redirect", PAGE + "?docked=true");
        assertThat(SqlForTests.ask("select language from account where email = '" + EMAIL + "'"))
                .isEqualTo("it");
        assertThat(ada.get(PAGE).body()).contains("lang=\"it\"");
        ada.turn(PAGE, "personal", "language", "language=xx");
        assertThat(ada.get(PAGE).body()).contains("lang=\"it\"");
    }

    @Test
    void aGuestsBrowserKeepsThemAndNoSessionBegins() {
        PageBrowser guest = new PageBrowser();
        HttpResponse<String> page = guest.get(PAGE);
        assertThat(page.body())
                .contains("data-kept=\"browser\"", "settings-name")
                .doesNotContain("planning", "personal:zone");
        guest.turn(PAGE, "personal", "appearance", "appearance=dark");
        guest.turn(PAGE, "personal", "language", "language=es");
        assertThat(guest.get(PAGE).body()).contains("data-theme=\"dark\"", "lang=\"es\"");
        guest.turn(PAGE, "personal", "muted", "muted=on", "zone=Europe/Rome");
        guest.turn(PAGE, "planning", "meeting", "meeting=on");
        assertThat(guest.cookie("JSESSIONID")).isEmpty();
        assertThat(stored()).as("of others").isEqualTo("UTC false false auto {}");
    }

    @Test
    void whatIsNoneIsNotStored() {
        ada.turn(PAGE, "personal", "appearance", "appearance=plaid");
        ada.turn(PAGE, "personal", "zone", "zone=../../etc");
        ada.turn(PAGE, "personal", "muted", "muted=on", "role=ADMIN", "@role=ADMIN", "sounds=[]");
        assertThat(stored()).isEqualTo("UTC true false auto {}");
        assertThat(SqlForTests.ask("select role from account where email = '" + EMAIL + "'"))
                .isEqualTo("USER");
    }

    @Test
    void howSomebodyPlansIsAmongThem() {
        assertThat(ada.get(PAGE).body()).contains("planning:meeting", "08:00", "18:00");
        ada.turn(PAGE, "planning", "meeting", "meeting=on");
        ada.turn(PAGE, "planning", "day-FRIDAY");
        hours("09:15", "17:00");
        String kept =
                "select always_meeting || ' ' || shares_busy || ' ' || work_days::text || ' ' || work_from || ' ' || work_to"
                        + " from calendar_preference p join account a on a.id = p.account_id where email = '" + EMAIL
                        + "'";
        assertThat(SqlForTests.ask(kept)).isEqualTo("true true {1,2,3,4} 09:15:00 17:00:00");
        hours("18:00", "17:00");
        assertThat(SqlForTests.ask(kept)).as("an end before the beginning").endsWith("09:15:00 17:00:00");
    }

    @Test
    void devicesForNoticesAreAmongThem() {
        assertThat(new PageBrowser().get(PAGE).body()).doesNotContain("push-devices");
        assertThat(ada.get(PAGE).body())
                .contains("data-offered=\"true\"", "data-key=\"B")
                .doesNotContain("data-device");
        SqlForTests.execute(
                "insert into push_subscription (id, account_id, endpoint, endpoint_hash, p256dh, auth, name, created_at)"
                        + " select gen_random_uuid(), id, 'https://push.example/' || id, sha256(convert_to(id::text, 'UTF8')),"
                        + " decode(repeat('04', 65), 'hex'), decode(repeat('00', 16), 'hex'), 'My <phone>', now()"
                        + " from account where email = '" + EMAIL + "'");
        assertThat(ada.get(PAGE).body()).contains("data-device=", "My &lt;phone&gt;");
        assertThat(ada.submit(PAGE, "push-devices", "test=").body())
                .contains(Messages.in(Locale.ENGLISH).getString("push.test.sent"));
    }

    @Test
    void ourPagesAloneShowItInAFrame() {
        assertThat(policy(PAGE)).contains("frame-ancestors 'self'");
        assertThat(policy("/new")).contains("frame-ancestors 'none'");
        assertThat(ada.get(PAGE + "?docked=true").body()).contains("data-theme=\"dark\"", "data-docked=\"true\"");
    }

    private void hours(String from, String to) {
        ada.turnWith("change", "planning:from planning:to", PAGE, "planning", "from", "from=" + from, "to=" + to);
    }

    private String policy(String page) {
        return ada.get(page).headers().firstValue("Content-Security-Policy").orElse("");
    }

    private static String stored() {
        return SqlForTests.ask(
                "select zone || ' ' || muted || ' ' || camera_off || ' ' || coalesce(appearance, 'auto') || ' '"
                        + " || coalesce(silent::text, '{}') from account a left join account_taste t on t.account_id = a.id"
                        + " where email = '" + EMAIL + "'");
    }
}

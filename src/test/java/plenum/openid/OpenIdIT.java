package plenum.openid;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plenum.it.Deployments;
import plenum.it.SqlForTests;

/** Signing in by another server, which really runs, and being signed out there. */
@Tag("openid")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class OpenIdIT {
    private static ProviderProcess provider;

    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.application();
    }

    @BeforeAll
    static void open() {
        SqlForTests.awaitTables();
        provider = ProviderProcess.ofContainer("test");
    }

    @AfterAll
    static void close() {
        provider.close();
    }

    @Test
    void whoTheProviderProvesHasAnAccountWithGroupsAndRole() {
        Traveller ada = new Traveller();
        HttpResponse<String> in = ada.signInAs("ada", "/account");
        assertThat(in.headers().firstValue("Location").orElse("")).endsWith("/account");
        assertThat(ada.get("/account").body()).contains("ada@provider.example", "ada of the provider");
        assertThat(SqlForTests.ask("select role from account where email = 'ada@provider.example'"))
                .isEqualTo("USER");
        assertThat(SqlForTests.ask(
                        "select string_agg(g.name, ',' order by g.name) from account_group g join account_group_member m"
                                + " on m.group_id = g.id join account a on a.id = m.account_id where a.email ="
                                + " 'ada@provider.example'"))
                .isEqualTo("staff");
        Traveller admin = new Traveller();
        admin.signInAs("admin", "/");
        assertThat(SqlForTests.ask("select role from account where email = 'admin@provider.example'"))
                .isEqualTo("ADMIN");
        new Traveller().signInAs("ada", "/");
        assertThat(SqlForTests.ask("select count(*)::text from account where email = 'ada@provider.example'"))
                .as("the same account again")
                .isEqualTo("1");
    }

    @Test
    void anAddressThatTheProviderHasNotVerifiedIsNobodys() {
        Traveller eve = new Traveller();
        assertThat(eve.signInAs("unverified", "/")
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .endsWith("/sign-in?failed=openid");
        assertThat(SqlForTests.ask("select count(*)::text from account where email = 'unverified@provider.example'"))
                .isEqualTo("0");
    }

    @Test
    void whoIsSignedOutThereIsSignedOutHereAtOnce() {
        Traveller bob = new Traveller();
        bob.signInAs("bob", "/account");
        Traveller other = new Traveller();
        other.signInAs("carol", "/account");
        assertThat(bob.get("/account").statusCode()).isEqualTo(200);
        bob.signOutThere(provider.issuer());
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> bob.get("/account").statusCode() == 302);
        assertThat(other.get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void whoSignsOutHereIsSentToSignOutThere() {
        Traveller dan = new Traveller();
        dan.signInAs("dan", "/account");
        HttpResponse<String> out = dan.post(Deployments.site().resolve("/sign-out"));
        assertThat(out.headers().firstValue("Refresh").orElse(""))
                .startsWith("0;url=http")
                .contains("/session/end?", "id_token_hint=", "post_logout_redirect_uri=");
        assertThat(dan.get("/account").statusCode()).isEqualTo(302);
    }

    @Test
    void anAnswerWorksOnceAndInItsOwnBrowserOnly() {
        Traveller ada = new Traveller();
        URI back = ada.provenAs("ada", "/account");
        Traveller thief = new Traveller();
        assertThat(thief.arrive(back).headers().firstValue("Location").orElse(""))
                .contains("failed");
        assertThat(thief.cookie("plenum-session")).isEmpty();
        assertThat(ada.arrive(back).headers().firstValue("Location").orElse("")).endsWith("/account");
        assertThat(ada.arrive(back).headers().firstValue("Location").orElse("")).contains("failed");
    }

    @Test
    void anotherStateOrIssuerIsRefused() {
        Traveller ada = new Traveller();
        URI back = ada.provenAs("ada", "/account");
        URI other = URI.create(back.toString().replaceAll("iss=[^&]*", "iss=https%3A%2F%2Fevil.example"));
        assertThat(ada.arrive(other).headers().firstValue("Location").orElse(""))
                .contains("failed");
        Traveller eve = new Traveller();
        URI hers = eve.provenAs("eve", "/account");
        URI mixed = URI.create(hers.toString().replaceAll("state=[^&]*", "state=" + "A".repeat(43)));
        assertThat(eve.arrive(mixed).headers().firstValue("Location").orElse(""))
                .contains("failed");
    }

    @Test
    void signingInThereLeadsToNoOtherSite() {
        Traveller ada = new Traveller();
        assertThat(ada.signInAs("ada", "//evil.example")
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .doesNotContain("evil")
                .endsWith("/");
    }

    @Test
    void nobodyElseSignsPeopleOut() {
        Traveller ada = new Traveller();
        ada.signInAs("ada", "/account");
        URI door = Deployments.site().resolve("/openid/test/back-channel-logout");
        String unsigned = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZGEifQ.";
        assertThat(new Traveller().post(door, "logout_token=" + unsigned).statusCode())
                .isEqualTo(400);
        assertThat(new Traveller().post(door, "logout_token=x").statusCode()).isEqualTo(400);
        assertThat(new Traveller().post(door).statusCode()).isEqualTo(400);
        assertThat(new Traveller()
                        .post(Deployments.site().resolve("/openid/none/back-channel-logout"), "logout_token=x")
                        .statusCode())
                .isEqualTo(404);
        assertThat(ada.get("/account").statusCode()).isEqualTo(200);
        assertThat(ada.get("/openid/none").statusCode()).isEqualTo(404);
    }
}

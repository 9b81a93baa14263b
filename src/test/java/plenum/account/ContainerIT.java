package plenum.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.as.arquillian.api.ServerSetup;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plenum.it.Deployments;
import plenum.it.SqlForTests;

/** Whom a realm of Elytron proves is signed in here, with a group and a role of theirs. */
@Tag("account")
@ExtendWith(ArquillianExtension.class)
@ServerSetup(ElytronRealm.class)
@RunAsClient
class ContainerIT {
    private final HttpClient http = HttpClient.newHttpClient();

    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.application().addAsResource(new StringAsset("""
                PLENUM_CONTAINER_IDENTITY=on
                PLENUM_CONTAINER_LABEL=Haus-Konto
                PLENUM_CONTAINER_DOMAIN=house.example
                PLENUM_CONTAINER_GROUPS=staff
                PLENUM_CONTAINER_ADMINS=operators
                """), "META-INF/microprofile-config.properties");
    }

    @BeforeAll
    static void awaitSchema() {
        SqlForTests.awaitTables();
    }

    @Test
    void whoTheContainerProvesHasAnAccountWithGroupsAndRole() throws Exception {
        HttpResponse<String> in = get("/sign-in/container?to=/account", basic("ada", "secret of ada"));
        assertThat(in.statusCode()).isEqualTo(302);
        assertThat(in.headers().firstValue("Location").orElse("")).endsWith("/account");
        String cookie = in.headers().firstValue("Set-Cookie").orElse("").split(";", -1)[0];
        assertThat(cookie).startsWith("plenum-session=");
        assertThat(get("/account", "Cookie", cookie).body()).contains("ada@house.example");
        assertThat(SqlForTests.ask("select role from account where email = 'ada@house.example'"))
                .isEqualTo("USER");
        assertThat(SqlForTests.ask("select g.name from account_group g join account_group_member m on m.group_id = g.id"
                        + " join account a on a.id = m.account_id where a.email = 'ada@house.example'"))
                .isEqualTo("staff");
        get("/sign-in/container", basic("root", "secret of root"));
        assertThat(SqlForTests.ask("select role from account where email = 'root@house.example'"))
                .isEqualTo("ADMIN");
        get("/sign-in/container", basic("ada", "secret of ada"));
        assertThat(SqlForTests.ask("select count(*)::text from account where email = 'ada@house.example'"))
                .as("the same account again")
                .isEqualTo("1");
    }

    @Test
    void everybodyElseIsAskedByTheContainer() throws Exception {
        for (String[] header : new String[][] {{}, basic("ada", "wrong"), basic("eve", "secret of ada")}) {
            HttpResponse<String> asked = get("/sign-in/container", header);
            assertThat(asked.statusCode()).isEqualTo(401);
            assertThat(asked.headers().firstValue("WWW-Authenticate").orElse(""))
                    .startsWith("Basic");
            assertThat(asked.headers().firstValue("Set-Cookie").orElse("")).doesNotContain("plenum-session=");
        }
        assertThat(get("/").statusCode()).as("guests meet as before").isEqualTo(200);
    }

    @Test
    void whoIsDisabledOrHasNoAddressIsNotSignedIn() throws Exception {
        get("/sign-in/container", basic("root", "secret of root"));
        get("/sign-in/container", basic("ada", "secret of ada"));
        SqlForTests.execute("update account set state = 'DISABLED' where email = 'ada@house.example'");
        assertThat(location(get("/sign-in/container", basic("ada", "secret of ada"))))
                .endsWith("failed=openid");
        SqlForTests.execute("update account set state = 'ACTIVE' where email = 'ada@house.example'");
        assertThat(location(get("/sign-in/container", basic("no address", "secret of no address"))))
                .endsWith("failed=openid");
    }

    @Test
    void thePageHasAButtonThatLeadsToNoOtherSite() throws Exception {
        assertThat(get("/sign-in?to=/account").body()).contains("Haus-Konto", "/sign-in/container?to=%2Faccount");
        assertThat(location(get("/sign-in/container?to=//evil.example", basic("ada", "secret of ada"))))
                .doesNotContain("evil");
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private static String[] basic(String name, String password) {
        return new String[] {
            "Authorization",
            "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8))
        };
    }

    private HttpResponse<String> get(String path, String... header) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(Deployments.site() + path));
        if (header.length > 0) {
            request.headers(header);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }
}

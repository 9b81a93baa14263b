package plenum.scim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plenum.it.Deployments;
import plenum.it.SignedInForTests;
import plenum.it.SqlForTests;
import plenum.it.StoredMeetingForTests;
import plenum.it.Tab;
import plenum.platform.SecretToken;
import plenum.scim.ScimClient.Answer;

/** A directory service provisions accounts and groups, with the requests of RFC 7644 and of services that people use. */
@Tag("scim")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ScimIT {
    private static final String TOKEN = "token-of-the-tests-" + UUID.randomUUID();
    private static final String PROGRAM = "directory " + UUID.randomUUID();

    private final ScimClient client = new ScimClient(TOKEN);
    private final String tag = UUID.randomUUID().toString().substring(0, 8);

    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.application();
    }

    @BeforeAll
    static void addToken() {
        SqlForTests.awaitTables();
        SqlForTests.execute(
                "insert into scim_token (id, label, token_hash, created_at) values (?, ?, ?, now())",
                UUID.randomUUID(),
                PROGRAM,
                SecretToken.hash(TOKEN));
    }

    @Test
    void aUserIsMadeFoundChangedAndDeleted() throws Exception {
        String email = "bjensen-" + tag + "@example.com";
        Answer made = client.post("/Users", """
                {'schemas':['urn:ietf:params:scim:schemas:core:2.0:User'],'userName':'BJensen-%s@example.com','externalId':'ext-%s',
                 'name':{'formatted':'Ms. Barbara J Jensen III','familyName':'Jensen','givenName':'Barbara'},
                 'password':'t1meMa$heen','roles':[{'value':'admin'}],'role':'ADMIN','id':'00000000-0000-0000-0000-000000000001'}""".formatted(tag, tag));
        assertThat(made.status()).as(made.json().toString()).isEqualTo(201);
        assertThat(made.header("Content-Type")).startsWith("application/scim+json");
        assertThat(made.header("Location")).endsWith("/scim/v2/Users/" + made.id());
        assertThat(made.header("ETag"))
                .isEqualTo(made.json().at("/meta/version").asText());
        assertThat(made.json().path("userName").asText()).isEqualTo(email);
        assertThat(made.json().path("active").asBoolean()).isTrue();
        assertThat(made.json().at("/name/givenName").asText()).isEqualTo("Barbara");
        assertThat(SqlForTests.ask("select role || coalesce(password_hash, '-') from account where email = ?", email))
                .as("neither a role nor a password")
                .isEqualTo("USER-");

        Answer again = client.post("/Users", "{'userName':'" + email + "'}");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().path("scimType").asText()).isEqualTo("uniqueness");
        for (String filter : List.of(
                "userName eq \"" + email + "\"",
                "USERNAME EQ \"BJENSEN-" + tag + "@example.com\"",
                "externalId eq \"ext-" + tag + "\"",
                "id eq \"" + made.id() + "\"")) {
            JsonNode found = list("/Users", filter);
            assertThat(found.path("totalResults").asInt()).as(filter).isOne();
            assertThat(found.at("/Resources/0/id").asText()).isEqualTo(made.id());
        }
        assertThat(list("/Users", "userName eq \"nobody-" + tag + "@example.com\"")
                        .path("totalResults")
                        .asInt())
                .isZero();

        Answer changed = client.put(
                "/Users/" + made.id(),
                "{'userName':'babs-" + tag + "@example.com','displayName':'Babs','active':true}");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().path("userName").asText()).isEqualTo("babs-" + tag + "@example.com");
        assertThat(changed.json().path("displayName").asText()).isEqualTo("Babs");
        assertThat(changed.json().has("externalId")).isFalse();

        assertThat(client.delete("/Users/" + made.id()).status()).isEqualTo(204);
        assertThat(client.get("/Users/" + made.id()).status()).isEqualTo(404);
        assertThat(client.delete("/Users/" + made.id()).status()).isEqualTo(404);
        assertThat(lines()).contains("USER_CREATE", "USER_CHANGE", "USER_DELETE");
    }

    @Test
    void whoIsDisabledIsOutOfTheMeetingWithinSeconds() throws Exception {
        SignedInForTests ada = SignedInForTests.create("USER", "ACTIVE");
        StoredMeetingForTests meeting = StoredMeetingForTests.create("disabled");
        Tab tab = Tab.open(meeting.letters(), ada.cookie())
                .say("{'type':'join','name':'Ada','microphone':false,'camera':false}");
        tab.hear("welcome");
        String id = ada.account().toString();
        assertThat(client.patch("/Users/" + id, "{'op':'Replace','path':'active','value':'False'}")
                        .json()
                        .path("active")
                        .asBoolean(true))
                .isFalse();
        Awaitility.await().atMost(Duration.ofSeconds(5)).until(tab::isClosed);
        assertThat(page("/account", ada.cookie())).isEqualTo(302);
        assertThat(client.patch("/Users/" + id, "{'op':'replace','value':{'active':true}}")
                        .json()
                        .path("active")
                        .asBoolean())
                .isTrue();
        assertThat(page("/account", ada.cookie()))
                .as("a session does not rise again")
                .isEqualTo(302);
        assertThat(lines()).contains("USER_DISABLE", "USER_ENABLE");
    }

    @Test
    void aGroupHasMembersThatComeAndGo() {
        String one = user("one");
        String two = user("two");
        Answer made = client.post(
                "/Groups",
                "{'displayName':'Tour Guides " + tag + "','externalId':'g-" + tag + "','members':[{'value':'" + one
                        + "'}]}");
        assertThat(made.status()).as(made.json().toString()).isEqualTo(201);
        String group = "/Groups/" + made.id();
        assertThat(client.post("/Groups", "{'displayName':'Tour Guides " + tag + "'}")
                        .status())
                .isEqualTo(409);
        client.patch(group, "{'op':'add','path':'members','value':[{'value':'" + two + "'},{'value':'" + one + "'}]}");
        assertThat(members(group)).containsExactlyInAnyOrder(one, two);
        assertThat(client.get("/Users/" + two).json().at("/groups/0/display").asText())
                .isEqualTo("Tour Guides " + tag);
        client.patch(group, "{'op':'remove','path':'members[value eq \\\"" + one + "\\\"]'}");
        assertThat(members(group)).containsExactly(two);
        Answer wrong =
                client.patch(group, "{'op':'add','path':'members','value':[{'value':'" + UUID.randomUUID() + "'}]}");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(members(group)).containsExactly(two);
        client.patch(group, "{'op':'replace','value':{'displayName':'Guides " + tag + "'}}");
        JsonNode found = list("/Groups", "displayName eq \"Guides " + tag + "\"");
        assertThat(found.at("/Resources/0/externalId").asText()).isEqualTo("g-" + tag);
        assertThat(client.get(group + "?excludedAttributes=members").json().has("members"))
                .isFalse();
        client.put(group, "{'displayName':'Guides " + tag + "','members':[]}");
        assertThat(members(group)).isEmpty();
        assertThat(client.delete(group).status()).isEqualTo(204);
        assertThat(client.get(group).status()).isEqualTo(404);
        assertThat(client.get("/Users/" + two).status()).as("its members stay").isEqualTo(200);
    }

    @Test
    void aChangeOfAnOldVersionIsRefused() {
        String user = "/Users/" + user("etag");
        String first = client.get(user).header("ETag");
        assertThat(client.get(user, "If-None-Match", first).status()).isEqualTo(304);
        Answer changed = client.patch(user, "{'op':'replace','path':'displayName','value':'New'}", "If-Match", first);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag")).isNotEqualTo(first);
        Answer late = client.patch(user, "{'op':'replace','path':'displayName','value':'Late'}", "If-Match", first);
        assertThat(late.status()).isEqualTo(412);
        assertThat(client.get(user).json().path("displayName").asText()).isEqualTo("New");
    }

    @Test
    void listsHavePages() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            made.add(user("page" + i));
        }
        int total = client.get("/Users?count=0").json().path("totalResults").asInt();
        assertThat(total).isGreaterThanOrEqualTo(3);
        List<String> last = new ArrayList<>();
        for (int start = total - 2; start <= total; start++) {
            JsonNode page = client.get("/Users?startIndex=" + start + "&count=1&attributes=userName")
                    .json();
            assertThat(page.path("startIndex").asInt()).isEqualTo(start);
            assertThat(page.path("itemsPerPage").asInt()).isOne();
            assertThat(page.at("/Resources/0").has("emails")).isFalse();
            last.add(page.at("/Resources/0/id").asText());
        }
        assertThat(last).isEqualTo(made);
        assertThat(client.get("/Users?count=1000000")
                        .json()
                        .path("itemsPerPage")
                        .asInt())
                .isLessThanOrEqualTo(200);
        assertThat(client.get("/Users?startIndex=-5&count=-1")
                        .json()
                        .path("startIndex")
                        .asInt())
                .isOne();
    }

    @Test
    void anAdminIsNotTakenOver() throws Exception {
        SignedInForTests admin = SignedInForTests.create("ADMIN", "ACTIVE");
        SignedInForTests other = SignedInForTests.create("ADMIN", "ACTIVE");
        Answer stolen = client.patch(
                "/Users/" + admin.account(),
                "{'op':'replace','path':'userName','value':'thief-" + tag + "@example.com'}");
        assertThat(stolen.status()).isEqualTo(400);
        assertThat(stolen.json().path("scimType").asText()).isEqualTo("mutability");
        SqlForTests.execute(
                "update account set state = 'DISABLED' where role = 'ADMIN' and id <> '" + admin.account() + "'");
        for (Answer answer : List.of(
                client.patch("/Users/" + admin.account(), "{'op':'replace','path':'active','value':false}"),
                client.delete("/Users/" + admin.account()))) {
            assertThat(answer.status()).isEqualTo(403);
        }
        assertThat(page("/account", admin.cookie())).isEqualTo(200);
        assertThat(client.delete("/Users/" + other.account()).status()).isEqualTo(204);
    }

    @Test
    void errorsHaveTheFormOfTheStandard() {
        Answer error = client.get("/Users?filter=" + encoded("userName co \"a\""));
        assertThat(error.status()).isEqualTo(400);
        assertThat(error.header("Content-Type")).startsWith("application/scim+json");
        assertThat(error.json().at("/schemas/0").asText()).isEqualTo(ScimSchemas.ERROR);
        assertThat(error.json().path("status").asText()).isEqualTo("400");
        assertThat(error.json().path("scimType").asText()).isEqualTo("invalidFilter");
        assertThat(client.post("/Users", "{").json().path("scimType").asText()).isEqualTo("invalidSyntax");
        assertThat(client.get("/Users/7").status()).isEqualTo(404);
        assertThat(client.get("/Nothing").status()).isEqualTo(404);
        assertThat(client.get("/Me").status()).isEqualTo(501);
        assertThat(client.post("/Bulk", "{}").status()).isEqualTo(501);
        assertThat(client.delete("/Users").status()).isEqualTo(405);
        assertThat(client.post("/Users", "{'userName':'a@b.example','displayName':'" + "x".repeat(1_100_000) + "'}")
                        .status())
                .isEqualTo(413);
    }

    @Test
    void theServerDescribesItself() {
        JsonNode config = client.get("/ServiceProviderConfig").json();
        assertThat(config.at("/patch/supported").asBoolean()).isTrue();
        assertThat(config.at("/etag/supported").asBoolean()).isTrue();
        assertThat(client.get("/ResourceTypes").json().path("totalResults").asInt())
                .isEqualTo(2);
        assertThat(client.get("/ResourceTypes/User").json().path("endpoint").asText())
                .isEqualTo("/Users");
        assertThat(client.get("/Schemas/" + ScimSchemas.USER)
                        .json()
                        .path("attributes")
                        .size())
                .isGreaterThan(5);
        assertThat(client.get("/Schemas/urn:none").status()).isEqualTo(404);
        assertThat(client.post("/Schemas", "{}").status()).isEqualTo(405);
    }

    @Test
    void nobodyElseGetsIn() throws Exception {
        SignedInForTests admin = SignedInForTests.create("ADMIN", "ACTIVE");
        for (String token : List.of("", "x", TOKEN + "x", "null")) {
            Answer answer = new ScimClient(token).get("/Users", "Cookie", admin.cookie());
            assertThat(answer.status()).as("a cookie is no token").isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
            assertThat(answer.json().at("/schemas/0").asText()).isEqualTo(ScimSchemas.ERROR);
        }
        assertThat(client.get("/Users?count=1", "Sec-Fetch-Site", "cross-site").status())
                .isEqualTo(200);
        assertThat(client.send("POST", "/Users", "{}", "Sec-Fetch-Site", "cross-site")
                        .status())
                .as("a page of another site")
                .isEqualTo(403);
    }

    private String user(String name) {
        return client.post("/Users", "{'userName':'" + name + "-" + tag + "@example.com'}")
                .id();
    }

    private List<String> members(String group) {
        return client.get(group)
                .json()
                .path("members")
                .valueStream()
                .map(member -> member.path("value").asText())
                .toList();
    }

    private JsonNode list(String path, String filter) {
        return client.get(path + "?filter=" + encoded(filter)).json();
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static int page(String path, String cookie) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(Deployments.site() + path))
                .header("Cookie", cookie)
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }

    /** What the audit has in the program's name. */
    private static String lines() {
        return SqlForTests.ask("select string_agg(action, ' ') from audit where actor_name = ?", "SCIM: " + PROGRAM);
    }
}

package plenum.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plenum.it.Deployments;
import plenum.it.SignedInForTests;
import plenum.it.SqlForTests;
import plenum.it.StoredMeetingForTests;
import plenum.it.Tab;
import plenum.policy.SuiteModule;

/** Each part of the suite, switched off and on again: no page, no link, and nothing of it is taken on a socket. */
@Tag("web")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class SuiteModulesIT {
    /** The pages that a module has a link to in everybody's header. */
    private static final Map<SuiteModule, String> PAGES = Map.of(
            SuiteModule.CALENDAR, "/calendar", SuiteModule.DRIVE, "/drive", SuiteModule.RECORDING, "/recordings");

    /** What a moderator says that belongs to a module. */
    private static final Map<SuiteModule, String> MESSAGES = Map.of(
            SuiteModule.CHAT, "{'type':'chat-send','key':'1','text':'hello'}",
            SuiteModule.WHITEBOARD, "{'type':'board-show','shown':true}",
            SuiteModule.RECORDING, "{'type':'start-recording','ticket':'x','layout':'grid'}");

    private final HttpClient http = HttpClient.newHttpClient();

    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.application();
    }

    @AfterEach
    void everythingOn() throws SQLException {
        setOff(Set.of());
    }

    @Test
    void whatIsOffHasNoTrace() throws Exception {
        SignedInForTests ada = SignedInForTests.create("USER", "ACTIVE");
        for (SuiteModule module : SuiteModule.values()) {
            setOff(Set.of(module));
            awaitOff(module, ada.cookie());
            for (SuiteModule other : SuiteModule.values()) {
                for (String address : SuiteAddresses.of(other)) {
                    for (String cookie : List.of("", ada.cookie())) {
                        if (other == module) {
                            assertThat(get(address, cookie).statusCode())
                                    .as(address + " without " + module)
                                    .isEqualTo(404);
                            assertThat(get(address + "/x", cookie).statusCode())
                                    .as(address)
                                    .isEqualTo(404);
                        }
                    }
                }
                Optional<String> page = Optional.ofNullable(PAGES.get(other));
                if (page.isPresent()) {
                    assertThat(get(page.get(), ada.cookie()).statusCode())
                            .as(page.get() + " without " + module)
                            .isEqualTo(other == module ? 404 : 200);
                }
            }
            String header = get("/help", ada.cookie()).body();
            SuiteAddresses.of(module).forEach(address -> assertThat(header).doesNotContain("href=\"" + address + "\""));
            assertThat(header.contains("id=\"chat\""))
                    .as("help without " + module)
                    .isEqualTo(module != SuiteModule.CHAT);
        }
    }

    @Test
    void whatIsOffIsNotTakenInAMeetingThatGoesOn() throws Exception {
        SqlForTests.awaitTables();
        StoredMeetingForTests meeting = StoredMeetingForTests.create("modules");
        Tab tab = Tab.open(meeting.letters(), meeting.creatorCookie())
                .say("{'type':'join','name':'Ada','microphone':false,'camera':false}");
        tab.hear("welcome");
        tab.say(MESSAGES.get(SuiteModule.CHAT));
        tab.hear("chat-message");
        setOff(EnumSet.allOf(SuiteModule.class));
        awaitOff(SuiteModule.DRIVE, "");
        for (SuiteModule module : MESSAGES.keySet()) {
            tab.say(MESSAGES.get(module));
            JsonNode failed = tab.hear("failed");
            assertThat(failed.path("code").asText()).as(module + ": " + failed).isEqualTo("forbidden");
        }
        assertThat(get("/m/" + meeting.letters(), "").body()).contains("\"off\":[\"chat\"");
        setOff(Set.of());
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> get("/drive", "").statusCode() == 302);
        tab.say("{'type':'chat-send','key':'2','text':'again'}");
        tab.hear("chat-message");
    }

    /** Another server's change is read after three seconds. */
    private void awaitOff(SuiteModule module, String cookie) {
        Awaitility.await().atMost(Duration.ofSeconds(15)).until(() -> {
            String body = get("/m/" + probe(), cookie).body();
            return body.matches("(?s).*\"off\":\\[[^\\]]*\"" + module.name().toLowerCase(Locale.ROOT) + "\".*");
        });
    }

    private static String probe() throws Exception {
        return StoredMeetingForTests.create("probe").letters();
    }

    private static void setOff(Set<SuiteModule> modules) throws SQLException {
        try (Connection connection = SqlForTests.connect();
                PreparedStatement update = connection.prepareStatement("update policy set modules_off = ?")) {
            update.setArray(
                    1,
                    connection.createArrayOf(
                            "text", modules.stream().map(Enum::name).toArray()));
            update.executeUpdate();
        }
    }

    private HttpResponse<String> get(String path, String cookie) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(Deployments.site() + path))
                .header("Cookie", cookie)
                .build();
        return http.send(request, BodyHandlers.ofString());
    }
}

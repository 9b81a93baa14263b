package plenum.push;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plenum.notice.Notice;

/** What goes to a browser is small, whole characters and valid JSON, whatever a notice says. */
@Tag("push")
class PushPayloadTest {
    private static JsonNode read(String payload) {
        try {
            assertThat(payload.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(PushPayload.MOST_BYTES);
            return new ObjectMapper().readTree(payload);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static String payload(String title, String text, String link) {
        return PushPayload.of(new Notice(UUID.randomUUID(), "reminder-1", title, text, link, Instant.MAX));
    }

    @Test
    void aNoticeIsSaidWhole() {
        JsonNode said = read(payload("Plan \"B\"", "at nine\nHere", "/m/abc"));
        assertThat(said.path("title").asText()).isEqualTo("Plan \"B\"");
        assertThat(said.path("text").asText()).isEqualTo("at nine\nHere");
        assertThat(said.path("link").asText()).isEqualTo("/m/abc");
        assertThat(said.path("tag").asText()).isEqualTo(PushPayload.topic("reminder-1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "ä", "€", "🦊", "\u0001", "\"", "\\"})
    void aTextThatIsTooLongIsCutBetweenCharacters(String letter) {
        JsonNode said = read(payload(letter.repeat(5000), letter.repeat(5000), "/m/abc"));
        assertThat(said.path("title").asText()).isEqualTo(letter.repeat(119) + "…");
        assertThat(said.path("text").asText()).endsWith("…").startsWith(letter);
        assertThat(said.path("text").asText().replace("…", "").replace(letter, ""))
                .isEmpty();
    }

    @Test
    void aLinkThatIsTooLongLeadsToTheStart() {
        assertThat(read(payload("a", "b", "/" + "x".repeat(5000))).path("link").asText())
                .isEqualTo("/");
    }

    @Test
    void aTopicIsWhatPushServicesAllow() {
        assertThat(PushPayload.topic("reminder-1")).matches("[A-Za-z0-9_-]{32}");
        assertThat(PushPayload.topic("reminder-1")).isNotEqualTo(PushPayload.topic("reminder-2"));
    }
}

package plenum.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Somebody writes scripts into every field that others read, past the page's own checks. In the browsers of the others they stay what they
 * are: text.
 */
@Tag("protocol")
class ScriptInjectionJourney {

    private static final Duration ARRIVAL = Duration.ofSeconds(30);
    private static final int PAYLOADS_PER_MESSAGE = 50; // more messages at once would be too many
    private static final int NAMES_AT_ONCE = 25; // one person may change their name seldom
    private static final int OPTIONS = 12;
    private static final int QUESTIONS_SHORTER_THAN = 300;

    /** Lets the test speak as the page does, on the page's own socket. */
    private static final String OPEN_SOCKET = """
        (() => {
          const Native = window.WebSocket;
          window.WebSocket = class extends Native {
            constructor(...parts) { super(...parts); window.ownSocket = this; }
          };
        })()\
        """;

    /** Guests who come with these names, past the page. */
    private static final String JOIN_AS = """
        async ([letters, names]) => {
          window.guests = await Promise.all(names.map((name) => new Promise((come, refused) => {
            const socket = new WebSocket(`ws://${location.host}/ws/meetings/${letters}`);
            socket.onopen = () => socket.send(JSON.stringify({ type: 'join', name, microphone: false, camera: false }));
            socket.onmessage = ({ data }) => [JSON.parse(data)].flat().forEach((message) => {
              if (message.type === 'welcome') come(socket);
              if (message.type === 'refused') refused(new Error(message.reason));
            });
          })));
        }\
        """;

    private static final String LEAVE = "() => window.guests.forEach((guest) => guest.send('{\"type\":\"leave\"}'))";

    private static final String CANARY = "window.caught = []; window.xss = (n) => window.caught.push(n);";

    /** What a script would hide in: handlers in attributes, and addresses that run. */
    private static final String LIVE_MARKUP = """
        () => [...document.querySelectorAll('*')].flatMap((element) => [...element.attributes]
          .filter((a) => a.name.startsWith('on') || (/^(href|src|data|srcdoc|action)$/.test(a.name) && /xss\\(/.test(a.value)))
          .map((a) => `${element.localName} ${a.name}=${a.value}`)
          .concat(element.localName === 'script' && /^$|javascript|module/.test(element.type) && element.text.includes('xss(') ? ['script'] : []))\
        """;

    @RegisterExtension
    final Browsers browsers = Browsers.withSmallPictures();

    private final PlenumProcess plenum = PlenumProcess.shared();
    private MeetingRoom mallory;
    private MeetingRoom bob;

    @BeforeEach
    void meet() {
        Person attacker = browsers.person("Mallory");
        attacker.page().addInitScript(OPEN_SOCKET);
        mallory = StartPage.open(attacker, plenum)
                .create(ScriptPayloads.all().getFirst())
                .join();
        Person reader = browsers.person("Bob");
        reader.page().addInitScript(CANARY);
        bob = reader.joinAt(mallory.link());
    }

    @Test
    void fiveHundredScriptsAsMessagesAndSomeAsNamesStayText() {
        List<String> payloads = ScriptPayloads.all();
        assertThat(payloads).hasSize(500).doesNotHaveDuplicates();
        ChatPanel chat = ChatPanel.open(bob);
        for (int from = 0; from < payloads.size(); from += PAYLOADS_PER_MESSAGE) {
            int to = Math.min(from + PAYLOADS_PER_MESSAGE, payloads.size());
            String text = String.join("\n", payloads.subList(from, to));
            sayRaw("chat-send", Map.of("key", UUID.randomUUID().toString(), "text", text));
            List<String> marks = IntStream.rangeClosed(from + 1, to)
                    .mapToObj(number -> "xss(" + number + ")")
                    .toList();
            Await.until(bob.person().page(), "message with " + marks, ARRIVAL, () -> {
                List<String> texts = chat.texts();
                return !texts.isEmpty() && marks.stream().allMatch(texts.getLast()::contains);
            });
        }
        chat.close();

        Page page = bob.person().page();
        page.keyboard().press("p");
        String link = mallory.link();
        String letters = link.substring(link.lastIndexOf('/') + 1);
        List<String> names = ScriptPayloads.some();
        for (int from = 0; from < names.size(); from += NAMES_AT_ONCE) {
            List<String> comers = names.subList(from, Math.min(from + NAMES_AT_ONCE, names.size()));
            mallory.person().page().evaluate(JOIN_AS, List.of(letters, comers));
            List<String> marks = comers.stream()
                    .map(name -> name.replaceAll(".*(xss\\(\\d+\\)).*", "$1"))
                    .toList();
            Await.until(page, "names with " + marks, ARRIVAL, () -> {
                String people = page.locator("plenum-people").textContent();
                return marks.stream().allMatch(people::contains);
            });
            mallory.person().page().evaluate(LEAVE);
        }
        nothingHasRun();
    }

    @Test
    void scriptsInPollsRoomsAndAnnouncementsStayText() {
        List<String> payloads = ScriptPayloads.ofEachKind();
        Page page = bob.person().page();
        for (int from = 0; from + OPTIONS < payloads.size(); from += OPTIONS) {
            String poll = UUID.randomUUID().toString();
            List<String> options = payloads.subList(from, from + OPTIONS);
            String question = String.join(" ", options.subList(0, 6));
            assertThat(question).hasSizeLessThan(QUESTIONS_SHORTER_THAN);
            sayRaw(
                    "poll-save",
                    Map.of(
                            "poll", poll,
                            "question", question,
                            "options", options,
                            "multiple", true,
                            "anonymous", false));
            sayRaw("poll-open", Map.of("poll", poll));
        }
        PollsPanel.open(bob.person());
        for (String payload : payloads.subList(0, 2 * OPTIONS)) {
            assertThat(page.locator("plenum-polls").getByText(payload).first()).isVisible();
        }

        sayRaw("breakout-add", Map.of("names", payloads.subList(0, 10)));
        sayRaw("breakout-open", Map.of("choose", true));
        page.keyboard().press("p");
        for (String payload : payloads.subList(0, 10)) {
            assertThat(page.locator("plenum-people").getByText(payload).first()).isVisible();
        }
        for (String payload : payloads.subList(10, 15)) {
            sayRaw("breakout-announce", Map.of("text", payload));
            assertThat(page.locator(".announcement")).hasText(payload);
        }
        nothingHasRun();
    }

    private void sayRaw(String type, Map<String, Object> fields) {
        Map<String, Object> message = new LinkedHashMap<>(Map.of("type", type));
        message.putAll(fields);
        mallory.person().page().evaluate("(frame) => window.ownSocket.send(frame)", new Gson().toJson(message));
    }

    /** And would have been noticed, had it. */
    private void nothingHasRun() {
        Person reader = bob.person();
        Page page = reader.page();
        assertThat(page.title()).contains(ScriptPayloads.all().getFirst());
        assertThat((List<?>) page.evaluate("() => window.caught")).isEmpty();
        assertThat((List<?>) page.evaluate(LIVE_MARKUP)).isEmpty();
        assertThat(reader.policyViolations()).isEmpty();
        assertThat(reader.uncaught()).isEmpty();

        page.evaluate("() => document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=xss(0)>')");
        assertThat((List<?>) page.evaluate(LIVE_MARKUP)).hasSize(1);
        Await.until(page, "the page's policy stops a script that got in", ARRIVAL, () -> !reader.policyViolations()
                .isEmpty());
    }
}

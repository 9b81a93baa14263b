package plenum.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Strangers and foreign pages that make the server create meetings and hash passwords. */
@Tag("attack")
class CreationIT {
    private static final int CREATIONS = 60;
    private static final int AT_ONCE = 12;
    private static final int PASSWORDS = 20;
    private static final Map<String, String> WITH_PASSWORD = Map.of("create:password", "correct horse battery");

    private final Scene scene = Scene.shared();

    @Test
    void aFloodOfMeetingsWithPasswordsIsThrottled() {
        scene.bystanders().during("creations with passwords", () -> {
            try (Stranger attacker = scene.stranger("127.0.4.1");
                    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
                Callable<Boolean> create = () -> isCreated(create(attacker));
                List<Future<Boolean>> answers = threads.invokeAll(IntStream.range(0, CREATIONS * Scene.FORCE)
                        .mapToObj(i -> create)
                        .toList());
                assertThat(answers).extracting(Future::get).contains(false);
            }
        });
    }

    private static HttpResponse<String> create(Stranger creator) {
        return creator.post("/new", Place.form("Flood", WITH_PASSWORD), "Origin", creator.origin());
    }

    @Test
    void noMeetingIsMadeByAnAddressAlone() {
        try (Stranger visitor = scene.stranger("127.0.4.2")) {
            String query = Place.form("Picture", Map.of()).entrySet().stream()
                    .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));

            assertThat(isCreated(visitor.get("/new?" + query))).isFalse();
            assertThat(isCreated(visitor.get("/new?" + query, "Sec-Fetch-Site", "cross-site")))
                    .isFalse();
        }
    }

    @Test
    void noMeetingIsMadeByAForeignPage() {
        try (Stranger visitor = scene.stranger("127.0.4.3")) {
            Map<String, String> form = Place.form("Foreign", Map.of());

            assertThat(isCreated(visitor.post("/new", form, "Origin", "https://evil.example")))
                    .isFalse();
            assertThat(isCreated(visitor.post(
                            "/new", form, "Origin", "https://evil.example", "Sec-Fetch-Site", "cross-site")))
                    .isFalse();
            assertThat(isCreated(visitor.post("/new", form, "Origin", "null"))).isFalse();
            assertThat(isCreated(visitor.post("/new", form, "Origin", visitor.origin())))
                    .isTrue();
        }
    }

    private static boolean isCreated(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream().anyMatch(cookie -> cookie.startsWith(Place.CREATOR));
    }

    @Test
    void aFloodOfNewPasswordsIsThrottled() {
        scene.bystanders().during("new passwords", () -> {
            try (Stranger creator = scene.stranger("127.0.4.4")) {
                Visitor moderator = Visitor.join(creator.creatorsTab(Place.make(creator, "Passwords", Map.of())), "Mo");
                for (int i = 0; i < PASSWORDS * Scene.FORCE; i++) {
                    moderator.say("set-password", Map.of("password", "password " + i));
                }
                moderator.hearFailure("set-password", "throttled");
                moderator.leave();
            }
        });
    }
}

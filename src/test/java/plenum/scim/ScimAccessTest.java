package plenum.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.platform.SecretToken;
import plenum.platform.Settings.Proxies;

@Tag("scim")
class ScimAccessTest {
    private final Map<String, String> said = new HashMap<>();
    private Instant now = Instant.parse("2026-11-30T12:00:00Z");
    private ScimAccess access;

    @BeforeEach
    void make() {
        access = new ScimAccess();
        access.tokens = new OneToken();
        access.start(() -> now, new Proxies(false, List.of()));
    }

    @Test
    void aTokenIsThatOfItsProgram() {
        assertThat(ask("Bearer right")).isEqualTo("directory");
        assertThat(ask("bearer  right ")).isEqualTo("directory");
    }

    @Test
    void anythingElseIsNobody() {
        for (String header : new String[] {null, "", "right", "Basic right", "Bearer", "Bearer ", "Bearer wrong"}) {
            assertThat(refusal(header)).as(header).isEqualTo(401);
            now = now.plusSeconds(60);
        }
        assertThat(said).containsEntry("WWW-Authenticate", "Bearer realm=\"SCIM\"");
    }

    @Test
    void whoGuessesIsSlowedDownAndTheRightTokenStillWorks() {
        for (int i = 0; i < 20; i++) {
            assertThat(refusal("Bearer guess" + i)).isEqualTo(401);
        }
        assertThat(refusal("Bearer guess")).isEqualTo(429);
        assertThat(said).containsKey("Retry-After");
        assertThat(ask("Bearer right")).isEqualTo("directory");
        now = now.plusSeconds(3);
        assertThat(refusal("Bearer guess")).isEqualTo(401);
    }

    @Test
    void aProgramHasALimit() {
        for (int i = 0; i < 500; i++) {
            ask("Bearer right");
        }
        assertThat(refusal("Bearer right")).isEqualTo(429);
        now = now.plusSeconds(1);
        assertThat(ask("Bearer right")).isEqualTo("directory");
    }

    private int refusal(String header) {
        int[] status = new int[1];
        assertThatThrownBy(() -> ask(header)).isInstanceOfSatisfying(ScimException.class, e -> status[0] = e.status());
        return status[0];
    }

    private String ask(String header) {
        HttpServletRequest request = fake(
                HttpServletRequest.class,
                Map.of(
                        "getHeader", Optional.ofNullable(header),
                        "getHeaders", Optional.of(Collections.emptyEnumeration()),
                        "getRemoteAddr", Optional.of("192.0.2.1")));
        return access.program(request, fake(HttpServletResponse.class, Map.of()));
    }

    private <T> T fake(Class<T> type, Map<String, Optional<?>> answers) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, values) -> {
                    if (method.getName().equals("setHeader")) {
                        said.put((String) values[0], (String) values[1]);
                    }
                    return answers.getOrDefault(method.getName(), Optional.empty())
                            .orElse(null);
                }));
    }

    private static final class OneToken implements ScimTokens {
        @Override
        public List<Token> all() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<SecretToken> create(String label) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean revoke(String label) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<String> find(String token) {
            return token.equals("right") ? Optional.of("directory") : Optional.empty();
        }
    }
}

package plenum.mediaserver.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("rpc")
class AccessRuleTest {
    private final AccessRule open = new AccessRule(Optional.empty());
    private final AccessRule guarded = new AccessRule(Optional.of("s3cret"));

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
        127.0.0.1:8888, -,                        true
        -,              -,                        true
        localhost:8888, http://localhost:8888,    true
        [::1]:8888,     http://[::1]:8888,        true
        127.0.0.1:8888, https://evil.example,     false
        127.0.0.1:8888, null,                     false
        127.0.0.1:8888, http://127.0.0.1:9999,    false
        evil.example:8888, http://evil.example:8888, false
        """)
    void keepsForeignPagesOutWhenThereIsNoToken(String host, String origin, boolean admitted) {
        assertThat(open.admits(null, List.of(), host, origin)).isEqualTo(admitted);
    }

    @Test
    void admitsWhoShowsTheToken() {
        assertThat(guarded.admits("Bearer s3cret", List.of(), "media.example", null))
                .isTrue();
        assertThat(guarded.admits(null, List.of("s3cret"), "media.example", "https://x"))
                .isTrue();
    }

    @Test
    void admitsNobodyElse() {
        assertThat(guarded.admits(null, List.of(), "127.0.0.1", null)).isFalse();
        assertThat(guarded.admits("Bearer wrong", List.of("S3CRET", ""), "127.0.0.1", null))
                .isFalse();
        assertThat(guarded.admits("Basic s3cret", List.of(), "127.0.0.1", null)).isFalse();
    }
}

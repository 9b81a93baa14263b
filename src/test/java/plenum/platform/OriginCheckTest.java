package plenum.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("platform")
class OriginCheckTest {
    private final OriginCheck anyHost = new OriginCheck(Optional.empty());
    private final OriginCheck named = new OriginCheck(Optional.of(URI.create("https://meet.example.org/")));

    @Test
    void allowsTheSiteThatWasAsked() {
        assertThat(anyHost.allows("http://localhost:8080", "http://localhost:8080"))
                .isTrue();
        assertThat(anyHost.allows("https://Meet.example.org", "https://meet.example.org:443"))
                .isTrue();
        assertThat(named.allows("https://meet.example.org", "http://10.0.0.7:8080"))
                .isTrue();
        assertThat(named.allows("http://10.0.0.7:8080", "http://10.0.0.7:8080")).isTrue();
    }

    @Test
    void refusesAllOthers() {
        String site = "https://meet.example.org";
        for (String origin : new String[] {
            null,
            "",
            "null",
            "https://evil.example",
            "http://meet.example.org",
            "https://meet.example.org:8443",
            "https://meet.example.org.evil.example",
            "file:///x",
            "https://",
            "not a url"
        }) {
            assertThat(anyHost.allows(origin, site)).as("%s", origin).isFalse();
            assertThat(named.allows(origin, site)).as("%s", origin).isFalse();
        }
    }
}

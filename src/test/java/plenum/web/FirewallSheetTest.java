package plenum.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.platform.Settings;
import plenum.platform.TurnRelay;
import plenum.web.FirewallSheet.Row;

@Tag("web")
class FirewallSheetTest {
    @Test
    void namesThisServersOwnAddressesAndPorts() {
        assertThat(FirewallSheet.of(
                        settings(
                                List.of("203.0.113.5", "2001:db8::5"),
                                "443",
                                "turns:turn.example.org",
                                "stun:stun.example.org:19302"),
                        URI.create("https://meet.example.org/")))
                .containsExactly(
                        new Row("page", "TCP", "meet.example.org", "443"),
                        new Row("media", "UDP", "203.0.113.5", "443"),
                        new Row("detour", "TCP", "203.0.113.5", "443"),
                        new Row("media", "UDP", "2001:db8::5", "443"),
                        new Row("detour", "TCP", "2001:db8::5", "443"),
                        new Row("turn", "TCP", "turn.example.org", "5349"),
                        new Row("stun", "UDP", "stun.example.org", "19302"),
                        new Row("turn", "TCP", "relay.example.org", "443"));
    }

    @Test
    void takesTheSiteForMediaWhereNothingElseIsSet() {
        assertThat(FirewallSheet.of(settings(List.of(), "20000-20015"), URI.create("http://10.1.2.3:8080/check")))
                .startsWith(
                        new Row("page", "TCP", "10.1.2.3", "8080"), new Row("media", "UDP", "10.1.2.3", "20000-20015"));
    }

    @Test
    void knowsHowATurnServerIsReached() {
        assertThat(FirewallSheet.of(
                        settings(List.of(), "1", "turn:[2001:db8::9]:3479?transport=tcp", "turn:turn.example.org"),
                        URI.create("https://meet.example.org:8443")))
                .contains(
                        new Row("turn", "TCP", "[2001:db8::9]", "3479"),
                        new Row("turn", "UDP", "turn.example.org", "3478"));
    }

    @Test
    void tellsNoSecrets() {
        assertThat(FirewallSheet.of(
                                settings(List.of(), "1", "turn:turn.example.org"),
                                URI.create("https://meet.example.org"))
                        .toString())
                .doesNotContain("user", "secret");
    }

    private static Settings settings(List<String> addresses, String ports, String... iceServers) {
        return new Settings(
                Optional.empty(),
                8443,
                "node",
                List.of(),
                Stream.of(iceServers)
                        .map(url -> new Settings.IceServer(url, "user", "secret"))
                        .toList(),
                Optional.of(new TurnRelay(List.of("turns:relay.example.org:443?transport=tcp"), "secret")),
                new Settings.MediaPorts(addresses, ports, Optional.of("443")),
                new Settings.Proxies(false, List.of()),
                new Settings.MeetingLimits(Duration.ofSeconds(60), 100, 4, 2),
                new Settings.Talk(Duration.ofHours(1), true),
                Settings.Services.standard());
    }
}

package plenum.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plenum.platform.Settings.IceServer;

@Tag("platform")
class SettingsReaderTest {

    @Test
    void hasADefaultForEverything() {
        Settings settings = read(Map.of());
        assertThat(settings.publicUrl()).isEmpty();
        assertThat(settings.node()).isEqualTo("host:8080");
        assertThat(settings.mediaServers()).containsExactly(URI.create("ws://127.0.0.1:8888/kurento"));
        assertThat(settings.meetings()).isEqualTo(new Settings.MeetingLimits(Duration.ofSeconds(60), 200, 25, 3));
        assertThat(settings.services().kept())
                .isEqualTo(new Settings.Kept(
                        Duration.ofDays(30), Duration.ofDays(90), Duration.ofDays(365), Duration.ofDays(90)));
    }

    @Test
    void readsWhatIsSet() {
        Settings settings = read(Map.of(
                "PLENUM_PUBLIC_URL", "https://meet.example.org/",
                "PLENUM_KURENTO_URLS", "ws://a:1/kurento, wss://b/kurento",
                "PLENUM_ICE_SERVERS", "stun:s:3478,turn:t:3478?transport=tcp|user|pass",
                "PLENUM_TURN_URLS", "turn:t:3478, turns:t:443?transport=tcp",
                "PLENUM_TURN_SECRET", "hunter2",
                "PLENUM_BEHIND_PROXY", "true",
                "PLENUM_TRUSTED_PROXIES", "10.0.0.0/8, 192.0.2.7",
                "PLENUM_SLOTS", "25"));
        assertThat(settings.publicUrl()).contains(URI.create("https://meet.example.org/"));
        assertThat(settings.mediaServers()).hasSize(2);
        assertThat(settings.iceServers())
                .containsExactly(
                        new IceServer("stun:s:3478", null, null),
                        new IceServer("turn:t:3478?transport=tcp", "user", "pass"));
        assertThat(settings.turn())
                .contains(new TurnRelay(List.of("turn:t:3478", "turns:t:443?transport=tcp"), "hunter2"));
        assertThat(settings.toString()).doesNotContain("hunter2", "pass");
        assertThat(settings.meetings().slots()).isEqualTo(25);
        assertThat(settings.proxies().believed()).isTrue();
        assertThat(settings.proxies().further()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "PLENUM_PUBLIC_URL, meet.example.org",
        "PLENUM_PUBLIC_URL, https://meet.example.org/path",
        "PLENUM_PUBLIC_URL, ftp://meet.example.org",
        "PLENUM_KURENTO_URLS, http://127.0.0.1:8888",
        "PLENUM_KURENTO_URLS, ws://[",
        "PLENUM_ICE_SERVERS, http://x",
        "PLENUM_MEETING_RETENTION_DAYS, -1",
        "PLENUM_TURN_URLS, stun:s",
        "PLENUM_TURN_URLS, turn:t",
        "PLENUM_SLOTS, 26",
        "PLENUM_SLOTS, many",
        "PLENUM_RESUME_SECONDS, -1",
        "PLENUM_BEHIND_PROXY, maybe",
        "PLENUM_TRUSTED_PROXIES, proxy.example",
        "PLENUM_TRUSTED_PROXIES, 10.0.0.0/40"
    })
    void saysWhatToWrite(String name, String value) {
        assertThatThrownBy(() -> read(Map.of(name, value)))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageStartingWith(name)
                .hasMessageContaining("write");
    }

    @Test
    void complainsOfEverythingAtOnceAndRepeatsNoPassword() {
        assertThatThrownBy(() -> read(Map.of("PLENUM_SLOTS", "x", "PLENUM_ICE_SERVERS", "turn:t|hunter2")))
                .hasMessageContaining("PLENUM_SLOTS")
                .hasMessageContaining("PLENUM_ICE_SERVERS")
                .message()
                .doesNotContain("hunter2");
    }

    @Test
    void hidesTheSecretOfARelayThatIsNotNamed() {
        assertThatThrownBy(() -> read(Map.of("PLENUM_TURN_SECRET", "hunter2")))
                .hasMessageContaining("PLENUM_TURN_URLS")
                .message()
                .doesNotContain("hunter2");
    }

    private static Settings read(Map<String, String> variables) {
        return new SettingsReader(name -> Optional.ofNullable(variables.get(name)), "host:8080").read();
    }
}

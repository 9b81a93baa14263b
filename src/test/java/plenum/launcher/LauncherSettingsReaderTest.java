package plenum.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plenum.platform.PortRange;

@Tag("launcher")
class LauncherSettingsReaderTest {

    private static final Path HERE = Path.of("/here");

    @Test
    void startsEverythingItselfWhenNothingIsSet() {
        LauncherSettings settings = read(Map.of());

        assertThat(settings.data()).isEqualTo(Path.of("/checkout/data"));
        assertThat(settings.localUrl()).isEqualTo(URI.create("http://localhost:8080/"));
        assertThat(settings.ownDatabase()).isTrue();
        assertThat(settings.ownMediaServer()).isTrue();
    }

    @Test
    void leavesOutWhatTheOperatorBrings() {
        LauncherSettings settings = read(Map.of(
                "PLENUM_DB_URL", "jdbc:postgresql://db/plenum",
                "PLENUM_KURENTO_URLS", "ws://a:8888/kurento, wss://b/kurento",
                "PLENUM_PUBLIC_URL", "https://meet.example.org",
                "PLENUM_DATA", "elsewhere"));

        assertThat(settings.ownDatabase()).isFalse();
        assertThat(settings.mediaServers()).hasSize(2);
        assertThat(settings.localUrl()).isEqualTo(URI.create("https://meet.example.org/"));
        assertThat(settings.data()).isEqualTo(Path.of("/here/elsewhere"));
    }

    @ParameterizedTest
    @CsvSource({"20000,20000,20000", "20000-20003,20000,20003"})
    void takesOneUdpPortOrARange(String text, int first, int last) {
        assertThat(read(Map.of("PLENUM_MEDIA_UDP_PORTS", text)).mediaUdpPorts()).isEqualTo(new PortRange(first, last));
    }

    @ParameterizedTest
    @CsvSource({
        "PLENUM_HTTP_PORT,abc",
        "PLENUM_HTTP_PORT,0",
        "PLENUM_HTTPS_PORT,65536",
        "PLENUM_MEDIA_UDP_PORTS,5-3",
        "PLENUM_MEDIA_UDP_PORTS,1-2-3",
        "PLENUM_PUBLIC_URL,meet.example.org",
        "PLENUM_PUBLIC_URL,https://meet.example.org/path",
        "PLENUM_DB_URL,postgres://db",
        "PLENUM_KURENTO_URLS,http://a",
        "PLENUM_SERVER_HEAP,lots",
        "PLENUM_TLS_KEY,key.pem",
        "PLENUM_HTTPS_PORT,8080"
    })
    void refusesWithASentenceThatNamesTheSetting(String name, String value) {
        assertThatThrownBy(() -> read(Map.of(name, value)))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining(name);
    }

    @Test
    void complainsAboutEverythingAtOnce() {
        assertThatThrownBy(() -> read(Map.of("PLENUM_HTTP_PORT", "x", "PLENUM_KURENTO_PORT", "y")))
                .hasMessageContaining("PLENUM_HTTP_PORT")
                .hasMessageContaining("PLENUM_KURENTO_PORT");
    }

    private static LauncherSettings read(Map<String, String> environment) {
        return new LauncherSettingsReader(environment, HERE, Path.of("/checkout/data")).read();
    }
}

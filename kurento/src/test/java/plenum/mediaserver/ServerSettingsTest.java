package plenum.mediaserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("mediaserver")
class ServerSettingsTest {
    @Test
    void hasADefaultForEverything() {
        ServerSettings settings = valid(Map.of());

        assertThat(settings.listen().getPort()).isEqualTo(8888);
        assertThat(settings.listen().getAddress().isLoopbackAddress()).isTrue();
        assertThat(settings.token()).isEmpty();
        assertThat(settings.mediaPorts()).isEqualTo(new ServerSettings.PortRange(0, 0));
        assertThat(settings.mediaTcpPort()).isZero();
        assertThat(settings.mediaAddresses()).isEmpty();
        assertThat(settings.collectionPeriod()).isEqualTo(Duration.ofSeconds(240));
    }

    @Test
    void readsEverySetting() {
        ServerSettings settings = valid(Map.of(
                "PLENUM_KURENTO_PORT", " 9000 ",
                "PLENUM_KURENTO_BIND", "0.0.0.0",
                "PLENUM_KURENTO_TOKEN", "s3cret",
                "PLENUM_MEDIA_UDP_PORTS", "50000-50010",
                "PLENUM_MEDIA_TCP_PORT", "443",
                "PLENUM_MEDIA_ADDRESSES", "192.0.2.1, 2001:db8::1",
                "PLENUM_KURENTO_COLLECTION_SECONDS", "10"));

        assertThat(settings.listen().getPort()).isEqualTo(9000);
        assertThat(settings.token()).contains("s3cret");
        assertThat(settings.mediaPorts()).isEqualTo(new ServerSettings.PortRange(50000, 50010));
        assertThat(settings.mediaTcpPort()).isEqualTo(443);
        assertThat(valid(Map.of("PLENUM_MEDIA_TCP_PORT", "Off")).mediaTcpPort()).isEqualTo(-1);
        assertThat(valid(Map.of("PLENUM_MEDIA_TCP_PORT", "auto")).mediaTcpPort())
                .isZero();
        assertThat(settings.mediaAddresses()).hasSize(2);
        assertThat(settings.collectionPeriod()).isEqualTo(Duration.ofSeconds(10));
        assertThat(valid(Map.of("PLENUM_MEDIA_UDP_PORTS", "443")).mediaPorts())
                .isEqualTo(new ServerSettings.PortRange(443, 443));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        PLENUM_KURENTO_PORT, x
        PLENUM_KURENTO_PORT, 70000
        PLENUM_KURENTO_PORT, -1
        PLENUM_KURENTO_BIND, nowhere.example
        PLENUM_MEDIA_UDP_PORTS, 50010-50000
        PLENUM_MEDIA_UDP_PORTS, 0-10
        PLENUM_MEDIA_UDP_PORTS, 1-2-3
        PLENUM_MEDIA_UDP_PORTS, many
        PLENUM_MEDIA_TCP_PORT, 0
        PLENUM_MEDIA_TCP_PORT, 70000
        PLENUM_MEDIA_TCP_PORT, on
        PLENUM_MEDIA_ADDRESSES, '192.0.2.1,x'
        PLENUM_MEDIA_ADDRESSES, 999.1.1.1
        PLENUM_KURENTO_COLLECTION_SECONDS, 0
        """)
    void saysWhatToWriteInsteadOfABadValue(String name, String value) {
        assertThat(ServerSettings.read(Map.of(name, value)))
                .isInstanceOfSatisfying(ServerSettings.Reading.Invalid.class, invalid -> assertThat(invalid.sentence())
                        .startsWith("Set " + name + " to ")
                        .endsWith("."));
    }

    @Test
    void refusesToOpenUpWithoutAToken() {
        assertThat(ServerSettings.read(Map.of("PLENUM_KURENTO_BIND", "0.0.0.0")))
                .isInstanceOfSatisfying(ServerSettings.Reading.Invalid.class, invalid -> assertThat(invalid.sentence())
                        .startsWith("Set PLENUM_KURENTO_TOKEN to a long secret"));
    }

    private static ServerSettings valid(Map<String, String> environment) {
        return ((ServerSettings.Reading.Valid) ServerSettings.read(environment)).settings();
    }
}

package plenum.ingress;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("ingress")
class TransportTest {
    private static final int HTTPS_PORT = 8443;

    private final Transport direct = transport(null, false);
    private final Transport published = transport("https://meet.example.org/", false);
    private final Transport publishedPlain = transport("http://meet.example.org:8080/", false);
    private final Transport behindProxy = transport("https://meet.example.org/", true);

    @Test
    void sendsOtherMachinesToTls() {
        assertThat(direct.insteadOf("http", false, host("192.0.2.7:8080"))).contains("https://192.0.2.7:8443");
        assertThat(direct.insteadOf("http", false, host("[2001:db8::1]:8080"))).contains("https://[2001:db8::1]:8443");
        assertThat(direct.insteadOf("https", false, host("192.0.2.7:8443"))).isEmpty();
    }

    @Test
    void leavesThisMachineAlone() {
        for (Transport transport : new Transport[] {direct, published, publishedPlain, behindProxy}) {
            assertThat(transport.insteadOf("http", true, host("localhost:8080")))
                    .isEmpty();
            assertThat(transport.insteadOf("http", true, host("127.0.0.1:8080")))
                    .isEmpty();
            assertThat(transport.insteadOf("http", true, host("[::1]:8080"))).isEmpty();
        }
    }

    @Test
    void sendsThePublishedNameToWhereItIsPublished() {
        assertThat(published.insteadOf("http", false, host("meet.example.org:8080")))
                .contains("https://meet.example.org");
        assertThat(published.insteadOf("http", false, host("192.0.2.7:8080"))).contains("https://192.0.2.7:8443");
        assertThat(transport("https://meet.example.org:9443", false).insteadOf("http", false, host("meet.example.org")))
                .contains("https://meet.example.org:9443");
    }

    @Test
    void leavesAnOperatorWhoPublishesPlainHttpAlone() {
        assertThat(publishedPlain.insteadOf("http", false, host("meet.example.org:8080")))
                .isEmpty();
    }

    @Test
    void redirectsBehindAProxyOnlyWhatCameToItInClear() {
        assertThat(behindProxy.insteadOf("http", true, host("meet.example.org")))
                .contains("https://meet.example.org");
        assertThat(behindProxy.insteadOf("https", true, host("meet.example.org")))
                .isEmpty();
        // a proxy that does not tell would be sent in circles
        assertThat(behindProxy.insteadOf("http", false, host("meet.example.org")))
                .isEmpty();
        assertThat(transport(null, true).insteadOf("http", true, host("192.0.2.7")))
                .isEmpty();
    }

    @Test
    void bindsBrowsersToTlsOnlyUnderThePublishedName() {
        assertThat(published.isStrict("https", host("meet.example.org"))).isTrue();
        assertThat(behindProxy.isStrict("https", host("meet.example.org"))).isTrue();
        assertThat(published.isStrict("http", host("meet.example.org"))).isFalse();
        assertThat(published.isStrict("https", host("localhost:8443"))).isFalse();
        assertThat(published.isStrict("https", host("192.0.2.7:8443"))).isFalse();
        assertThat(direct.isStrict("https", host("192.0.2.7:8443"))).isFalse();
        assertThat(transport("https://192.0.2.7:8443/", false).isStrict("https", host("192.0.2.7:8443")))
                .isFalse();
    }

    private static Transport transport(String publicUrl, boolean behindProxy) {
        return new Transport(Optional.ofNullable(publicUrl).map(URI::create), behindProxy, HTTPS_PORT);
    }

    private static HostHeader host(String text) {
        return HostHeader.parse(text).orElseThrow();
    }
}

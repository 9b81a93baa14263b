package plenum.ingress;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("ingress")
class ServedHostsTest {
    private static final Optional<InetAddress> OURS = Optional.of(InetAddress.ofLiteral("192.0.2.7"));

    private final ServedHosts published =
            new ServedHosts(Optional.of(URI.create("https://meet.example.org/")), Set.of("server"));
    private final ServedHosts unpublished = new ServedHosts(Optional.empty(), Set.of("server", "server.local"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "meet.example.org",
                "MEET.example.org.:8443",
                "localhost:8080",
                "127.0.0.1",
                "[::1]",
                "192.0.2.7:8443"
            })
    void servesThePublishedNameAndThisMachine(String host) {
        assertThat(published.serves(parsed(host), OURS)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rebind.evil.example",
                "meet.example.org.evil.example",
                "evil-meet.example.org",
                "example.org",
                "server",
                "192.0.2.8",
                "[2001:db8::1]",
                "localhost.evil.example"
            })
    void servesNoOtherWhenOneIsPublished(String host) {
        assertThat(published.serves(parsed(host), OURS)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "192.0.2.7:8443",
                "198.51.100.1",
                "[2001:db8::1]:8443",
                "localhost",
                "plenum.localhost",
                "server",
                "Server.local:8080"
            })
    void servesAddressesAndItsOwnNamesWhenNoneIsPublished(String host) {
        assertThat(unpublished.serves(parsed(host), OURS)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rebind.evil.example:8080", "server.evil.example", "evil.local", "192.0.2.7.evil.example"})
    void servesNoForeignName(String host) {
        assertThat(unpublished.serves(parsed(host), OURS)).isFalse();
    }

    private static HostHeader parsed(String host) {
        return HostHeader.parse(host).orElseThrow();
    }
}

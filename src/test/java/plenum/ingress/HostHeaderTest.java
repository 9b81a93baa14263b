package plenum.ingress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("ingress")
class HostHeaderTest {

    @ParameterizedTest
    @CsvSource({
        "meet.example.org, meet.example.org, ",
        "Meet.Example.ORG:8443, meet.example.org, 8443",
        "meet.example.org., meet.example.org, ",
        "localhost:8080, localhost, 8080",
        "xn--bcher-kva.example, xn--bcher-kva.example, ",
        "1und1.de, 1und1.de, ",
        "192.0.2.7:80, 192.0.2.7, 80",
        "[2001:DB8::7]:443, 2001:db8::7, 443",
        "[::1], ::1, "
    })
    void readsNamesAndAddresses(String text, String name, Integer port) {
        assertThat(HostHeader.parse(text)).contains(new HostHeader(name, Optional.ofNullable(port)));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "my_host",
                "a..b",
                "-",
                "-a.example",
                "a-.example",
                ".example",
                ".",
                "..",
                "a b",
                "a/b",
                "user@host",
                "host:",
                "host:0",
                "host:65536",
                "host:http",
                "host:80:80",
                "[::1",
                "::1",
                "[::1]x",
                "[1:2]",
                "[]",
                "999.1.1.1",
                "1.2.3",
                "1234",
                "bücher.example",
                "a%2eb",
                "a\u0000b",
                "a,b"
            })
    void refusesWhatIsNoHost(String text) {
        assertThat(HostHeader.parse(text)).isEmpty();
    }

    @Test
    void refusesWhatIsTooLong() {
        assertThat(HostHeader.parse("a.".repeat(127) + "a")).isPresent();
        assertThat(HostHeader.parse("a.".repeat(128) + "a")).isEmpty();
        assertThat(HostHeader.parse("a".repeat(63) + ".example")).isPresent();
        assertThat(HostHeader.parse("a".repeat(64) + ".example")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:1", "plenum.localhost", "127.0.0.1", "127.9.9.9:80", "[::1]:80"})
    void knowsLoopback(String text) {
        assertThat(HostHeader.parse(text)).get().matches(HostHeader::isLoopback);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost.example.org", "notlocalhost", "128.0.0.1", "0.0.0.0", "[::2]", "127.0.0.1.example.org"
            })
    void takesNothingElseForLoopback(String text) {
        assertThat(HostHeader.parse(text)).get().matches(host -> !host.isLoopback());
    }
}

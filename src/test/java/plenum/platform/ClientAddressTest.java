package plenum.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.platform.Settings.Proxies;

@Tag("platform")
class ClientAddressTest {
    private static final Proxies NONE = new Proxies(false, List.of());
    private static final Proxies ONE = new Proxies(true, List.of());
    private static final Proxies CHAIN = new Proxies(
            true,
            List.of(
                    AddressRange.parse("10.0.0.0/8").orElseThrow(),
                    AddressRange.parse("2001:db8:ffff::/48").orElseThrow()));

    @Test
    void nobodyIsBelievedWithoutAProxy() {
        assertThat(of(NONE, "192.0.2.7")).isEqualTo("127.0.0.1");
    }

    @Test
    void whatTheProxySawItselfIsLast() {
        assertThat(of(ONE)).isEqualTo("127.0.0.1");
        assertThat(of(ONE, "192.0.2.7")).isEqualTo("192.0.2.7");
        assertThat(of(ONE, "203.0.113.66, 192.0.2.7")).isEqualTo("192.0.2.7");
        assertThat(of(ONE, "203.0.113.66", "192.0.2.7")).isEqualTo("192.0.2.7");
        assertThat(of(ONE, "203.0.113.66,,", " , ")).isEqualTo("203.0.113.66");
    }

    @Test
    void furtherProxiesOfOursArePassedOver() {
        assertThat(of(CHAIN, "203.0.113.66, 192.0.2.7, 10.1.2.3")).isEqualTo("192.0.2.7");
        assertThat(of(CHAIN, "192.0.2.7", "2001:db8:ffff::1, 10.9.9.9")).isEqualTo("192.0.2.7");
        assertThat(of(CHAIN, "10.4.4.4, 10.5.5.5")).isEqualTo("10.4.4.4");
    }

    @Test
    void aPortDoesNotMakeSomebodyElse() {
        assertThat(of(ONE, "192.0.2.7:50123")).isEqualTo("192.0.2.7");
        assertThat(of(ONE, "[2001:db8::5]:443")).isEqualTo("2001:db8:0:0:0:0:0:0/64");
    }

    @Test
    void aRangeIsAnAddressOrANetwork() {
        assertThat(AddressRange.parse("192.0.2.7"))
                .map(range -> range.contains("192.0.2.7"))
                .contains(true);
        assertThat(AddressRange.parse("192.0.2.7"))
                .map(range -> range.contains("192.0.2.8"))
                .contains(false);
        assertThat(AddressRange.parse("192.0.2.128/25"))
                .map(range -> range.contains("192.0.2.127"))
                .contains(false);
        assertThat(AddressRange.parse("0.0.0.0/0"))
                .map(range -> range.contains("2001:db8::1"))
                .contains(false);
        for (String none : List.of("", "proxy.example", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/8/8", "10.0.0/8")) {
            assertThat(AddressRange.parse(none)).as(none).isEqualTo(Optional.empty());
        }
    }

    private static String of(Proxies proxies, String... headers) {
        return ClientAddress.of("127.0.0.1", Collections.enumeration(Arrays.asList(headers)), proxies);
    }
}

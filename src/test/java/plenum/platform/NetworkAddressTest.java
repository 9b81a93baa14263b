package plenum.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("platform")
class NetworkAddressTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:0:0:0:0/64",
        "2001:db8:1:2:ffff::1, 2001:db8:1:2:0:0:0:0/64",
        "[2001:db8::1], 2001:db8:0:0:0:0:0:0/64",
        "fe80::1%eth0, fe80:0:0:0:0:0:0:0/64",
        "::ffff:192.0.2.7, 192.0.2.7",
        "192.0.2.7:50123, 192.0.2.7",
        "[2001:db8::1]:443, 2001:db8:0:0:0:0:0:0/64",
        "unknown, unknown",
        "meet.example.org:443, meet.example.org:443",
        "::nonsense, ::nonsense"
    })
    void countsAHouseholdOnce(String address, String counted) {
        assertThat(NetworkAddress.of(address)).isEqualTo(counted);
    }

    @ParameterizedTest
    @CsvSource({"192.0.2.7, 192.0.0.0/16", "2001:db8:1:1ff:0:0:0:0/64, 2001:db8:0:0:0:0:0:0/32", "unknown, unknown"})
    void knowsTheRegionOfAnAddress(String address, String region) {
        assertThat(NetworkAddress.region(address)).isEqualTo(region);
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7 192.0.2.0/24",
        "2001:db8:1:1ff:3:4:5:6, 2001:db8:1:1ff:0:0:0:0/64 2001:db8:1:100:0:0:0:0/56 2001:db8:1:0:0:0:0:0/48",
        "2001:db8:1:1ff:0:0:0:0/64, 2001:db8:1:1ff:0:0:0:0/64 2001:db8:1:100:0:0:0:0/56 2001:db8:1:0:0:0:0:0/48",
        "unknown, unknown"
    })
    void knowsTheNetworksAroundAnAddress(String address, String networks) {
        assertThat(NetworkAddress.around(address)).containsExactly(networks.split(" "));
    }
}

package plenum.mediaserver.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("transport")
class DestinationTest {
    private static String hex(String ip, int family) throws UnknownHostException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getByName(ip), 0x1234);
        return HexFormat.of().formatHex(new Destination(address).encoded(family));
    }

    /** The family is in the machine's order, and all our machines begin with the low byte. */
    @Test
    void isWrittenAsTheSocketsFamilyWantsIt() throws UnknownHostException {
        assertThat(hex("192.0.2.1", Destination.AF_INET)).isEqualTo("0200" + "1234" + "c0000201" + "0".repeat(16));
        assertThat(hex("192.0.2.1", Destination.AF_INET6))
                .isEqualTo("0a00" + "1234" + "00000000" + "0".repeat(20) + "ffff" + "c0000201" + "00000000");
        assertThat(hex("2001:db8::1", Destination.AF_INET6))
                .isEqualTo("0a00" + "1234" + "00000000" + "20010db8" + "0".repeat(23) + "1" + "00000000");
    }

    @Test
    void anIpv4SocketReachesNoIpv6Address() throws UnknownHostException {
        assertThat(hex("2001:db8::1", Destination.AF_INET)).isEmpty();
    }
}

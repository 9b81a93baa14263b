package plenum.mediaserver.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The test vectors are those of RFC 5769. */
@Tag("transport")
class StunTest {
    private static final String PASSWORD = "VOkJxbRl1RmTxUk/WvJxBt";
    private static final byte[] REQUEST = HexFormat.of()
            .parseHex("000100582112a442b7e7a701bc34d686fa87dfae" + "802200105354554e207465737420636c69656e74"
                    + "002400046e0001ff" + "80290008932ff9b151263b36" + "000600096576746a3a68367659202020"
                    + "000800149aeaa70cbfd8cb56781ef2b5b2d3f249c1b571a2" + "80280004e57a3bcf");
    private static final byte[] RESPONSE = HexFormat.of()
            .parseHex("0101003c2112a442b7e7a701bc34d686fa87dfae" + "8022000b7465737420766563746f7220"
                    + "002000080001a147e112a643" + "000800142b91f599fd9e90c38c7489f92af9ba53f06be7d7"
                    + "80280004c07d4c96");

    @Test
    void readsAndAuthenticatesARequest() {
        StunMessage message = StunMessage.parse(REQUEST, REQUEST.length);

        assertThat(message).isNotNull();
        assertThat(message.type()).isEqualTo(StunMessage.BINDING_REQUEST);
        assertThat(message.username()).isEqualTo("evtj:h6vY");
        assertThat(message.number(StunMessage.PRIORITY)).isEqualTo(0x6e0001ff);
        assertThat(message.has(StunMessage.ICE_CONTROLLED)).isTrue();
        assertThat(message.authenticatedBy(PASSWORD)).isTrue();
        assertThat(message.authenticatedBy("wrong")).isFalse();
    }

    @Test
    void readsAMappedAddress() {
        StunMessage message = StunMessage.parse(RESPONSE, RESPONSE.length);

        assertThat(message).isNotNull();
        assertThat(message.authenticatedBy(PASSWORD)).isTrue();
        assertThat(message.mappedAddress()).isEqualTo(new InetSocketAddress("192.0.2.1", 32853));
    }

    @Test
    void writesWhatItReads() {
        byte[] bytes = new StunWriter(StunMessage.BINDING_SUCCESS, new byte[12])
                .xorMappedAddress(new InetSocketAddress("2001:db8::1", 7))
                .sign("password");
        StunMessage message = StunMessage.parse(bytes, bytes.length);

        assertThat(message).isNotNull();
        assertThat(message.authenticatedBy("password")).isTrue();
        assertThat(message.mappedAddress()).isEqualTo(new InetSocketAddress("2001:db8::1", 7));
    }

    @Test
    void refusesAWrongFingerprint() {
        byte[] bytes = REQUEST.clone();
        bytes[40] ^= 1;

        assertThat(StunMessage.parse(bytes, bytes.length)).isNull();
    }

    @Test
    void survivesAnything() {
        Random random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = REQUEST.clone();
            for (int n = random.nextInt(4); n >= 0; n--) {
                bytes[random.nextInt(bytes.length - 8)] = (byte) random.nextInt();
            }
            int length = random.nextBoolean() ? bytes.length - 8 : random.nextInt(bytes.length);
            bytes[3] = (byte) (length - StunMessage.HEADER);
            assertThatCode(() -> {
                        StunMessage message = StunMessage.parse(bytes, length);
                        if (message != null) {
                            message.authenticatedBy(PASSWORD);
                            message.username();
                            message.mappedAddress();
                        }
                    })
                    .doesNotThrowAnyException();
        }
    }
}

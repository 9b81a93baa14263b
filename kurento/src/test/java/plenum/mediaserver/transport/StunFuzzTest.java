package plenum.mediaserver.transport;

import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.mediaserver.fuzz.Fuzzer;

/** Anybody on the network may send these. */
@Tag("transport")
class StunFuzzTest {
    /** RFC 5769 section 2.1. */
    private static final byte[] REQUEST = HexFormat.of()
            .parseHex("000100582112a442b7e7a701bc34d686fa87dfae802200105354554e207465737420636c69656e74002400046e0001ff"
                    + "80290008932ff9b151263b36000600096576746a3a68367659202020000800149aeaa70cbfd8cb56781ef2b5b2d3f249"
                    + "c1b571a280280004e57a3bcf");

    @Test
    void survivesDamagedMessages() {
        byte[] id = new byte[12];
        byte[] unsigned = new byte[StunMessage.HEADER];
        System.arraycopy(REQUEST, 0, unsigned, 0, unsigned.length);
        unsigned[3] = 0;
        List<byte[]> seeds = List.of(
                REQUEST,
                unsigned,
                new StunWriter(StunMessage.BINDING_SUCCESS, id)
                        .xorMappedAddress(new InetSocketAddress("192.0.2.1", 32853))
                        .sign("password"),
                new StunWriter(StunMessage.BINDING_SUCCESS, id)
                        .xorMappedAddress(new InetSocketAddress("2001:db8::1", 7))
                        .sign("password"),
                new StunWriter(StunMessage.BINDING_ERROR, id)
                        .error(487, "Role Conflict")
                        .sign("password"));

        new Fuzzer(StunFuzzTest::parse, 64 * 1024).run(seeds, 100_000);
    }

    private static void parse(byte[] input) {
        StunMessage message = StunMessage.parse(input, input.length);
        if (message != null) {
            message.type();
            message.username();
            message.mappedAddress();
            message.transactionId();
            message.number(StunMessage.PRIORITY);
            message.has(StunMessage.USE_CANDIDATE);
            message.authenticatedBy("VOkJxbRl1RmTxUk/WvJxBt");
        }
    }
}

package plenum.mediaserver.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("transport")
class DtlsRecordsTest {
    private static final int LIMIT = 0x4000;
    private static final String RECORD = "16fefd0000000000000001";
    private static final String ENCRYPTED = "16fefd0001000000000001";
    private static final String ALERT = "15fefd00000000000000010002022f";

    /** A fragment with four bytes of a message of {@code length} bytes. */
    private static String fragment(String length) {
        return "01" + length + "0000" + "000000" + "000004" + "aabbccdd";
    }

    private static boolean accepts(String datagram) {
        byte[] data = HexFormat.of().parseHex(datagram);
        return DtlsRecords.announceAtMost(LIMIT, data, data.length);
    }

    @Test
    void acceptsMessagesUpToTheLimit() {
        assertThat(accepts(RECORD + "0010" + fragment("004000"))).isTrue();
        assertThat(accepts(RECORD + "0010" + fragment("004001"))).isFalse();
        assertThat(accepts(RECORD + "0010" + fragment("ffffff"))).isFalse();
    }

    @Test
    void looksAtEveryMessageOfEveryRecord() {
        assertThat(accepts(RECORD + "0020" + fragment("000004") + fragment("ffffff")))
                .isFalse();
        assertThat(accepts(ALERT + RECORD + "0010" + fragment("ffffff"))).isFalse();
        assertThat(accepts(ALERT + RECORD + "0010" + fragment("000004"))).isTrue();
    }

    @Test
    void looksAtARecordThatLiesAboutItsLength() {
        assertThat(accepts(RECORD + "ffff" + fragment("ffffff"))).isFalse();
    }

    @Test
    void cannotLookIntoWhatIsEncrypted() {
        assertThat(accepts(ENCRYPTED + "0010" + fragment("ffffff"))).isTrue();
    }

    @Test
    void leavesTheMalformedToTheHandshake() {
        assertThat(accepts("")).isTrue();
        assertThat(accepts("16")).isTrue();
        assertThat(accepts(RECORD + "0000")).isTrue();
        assertThat(accepts(RECORD + "0004" + "01ffffff")).isTrue();
    }
}

package plenum.mediaserver.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("rtp")
class RedundantAudioTest {
    private static final HexFormat HEX = HexFormat.of();

    @ParameterizedTest
    @CsvSource({
        "6faabb, 1", // nothing but the newest
        "ef0f00036f010203aabb, 8", // a copy of three bytes
        "ef0f0003ef0780026f0102030405aa, 14", // copies of three and of two bytes
        "ef0f00006faa, 5", // an empty copy
    })
    void findsTheNewestBlock(String payload, int expected) {
        byte[] data = HEX.parseHex("ffff" + payload);

        assertThat(RedundantAudio.newestBlock(data, 2, data.length - 2)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"''", "6f", "ef", "ef0f0003", "ef0f00036f0102", "ef0f00036f010203", "efffffff6f01"})
    void findsNoneInWhatIsDamaged(String payload) {
        byte[] data = HEX.parseHex(payload + "ffff");

        assertThat(RedundantAudio.newestBlock(data, 0, data.length - 2)).isEqualTo(RedundantAudio.NONE);
    }

    @Test
    void renamesAllBlocksAndNothingElse() {
        byte[] data = HEX.parseHex("ffef0f0003ef0780026f0102030405aaff");

        RedundantAudio.rename(data, 1, data.length - 2, 96);

        assertThat(HEX.formatHex(data)).isEqualTo("ffe00f0003e0078002600102030405aaff");
    }
}

package plenum.drive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plenum.drive.ByteRange.Asked;

@Tag("drive")
class ByteRangeTest {
    @ParameterizedTest
    @CsvSource({
        "bytes=0-, 0, 99",
        "bytes=10-19, 10, 19",
        "bytes=90-200, 90, 99",
        "bytes=-5, 95, 99",
        "bytes=-500, 0, 99"
    })
    void isAPart(String header, long first, long last) {
        assertThat(ByteRange.parse(header, 100)).isEqualTo(new Asked.Part(new ByteRange(first, last)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes=-",
                "bytes=5-4",
                "bytes=a-b",
                "bytes=1-2,4-5",
                "lines=1-2",
                "",
                "bytes=9999999999999999999-"
            })
    void whatWeDoNotGiveIsTheWhole(String header) {
        assertThat(ByteRange.parse(header, 100)).isEqualTo(new Asked.Whole());
        assertThat(ByteRange.parse(null, 100)).isEqualTo(new Asked.Whole());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=100-", "bytes=100-200", "bytes=-0"})
    void afterTheEndIsNothing(String header) {
        assertThat(ByteRange.parse(header, 100)).isEqualTo(new Asked.Nothing());
        assertThat(ByteRange.parse("bytes=0-", 0)).isEqualTo(new Asked.Nothing());
    }
}

package plenum.recording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("recording")
class ByteRangeTest {
    @ParameterizedTest
    @CsvSource({
        "bytes=0-, 0, 1000",
        "bytes=10-19, 10, 20",
        "bytes=990-5000, 990, 1000",
        "bytes=-5, 995, 1000",
        "bytes=-5000, 0, 1000"
    })
    void aPartIsWhatWasAskedForAndThere(String header, long from, long to) {
        assertThat(ByteRange.parse(header, 1000)).contains(new ByteRange(from, to));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes=1000-",
                "bytes=20-10",
                "bytes=-",
                "bytes=0-1,5-6",
                "lines=0-1",
                "bytes=-0",
                "bytes=99999999999999999999-"
            })
    void whatIsNoPartIsNone(String header) {
        assertThat(ByteRange.parse(header, 1000)).isEmpty();
    }

    @Test
    void anEmptyFileHasNoParts() {
        assertThat(ByteRange.parse("bytes=0-", 0)).isEmpty();
    }
}

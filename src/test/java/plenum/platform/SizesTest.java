package plenum.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("platform")
class SizesTest {
    @ParameterizedTest
    @CsvSource({
        "0, '0 B'",
        "999, '999 B'",
        "1000, '1 kB'",
        "1500000, '1,5 MB'",
        "250000000, '250 MB'",
        "999999999999999, '1.000 TB'"
    })
    void bytesAreReadAsPeopleWriteThem(long bytes, String text) {
        assertThat(Sizes.of(bytes, Locale.GERMAN)).isEqualTo(text);
    }
}

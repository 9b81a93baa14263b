package plenum.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("account")
class TimeZonesTest {

    @ParameterizedTest
    @CsvSource({"Europe/Zurich, Europe/Zurich", "Z, UTC", "UTC, UTC", "Asia/Tokyo, Asia/Tokyo"})
    void browsersKnowZonesByTheirNames(String zone, String name) {
        assertThat(TimeZones.name(ZoneId.of(zone))).isEqualTo(name);
    }

    @Test
    void whoHasAZoneThatIsNotOfferedKeepsIt() {
        assertThat(TimeZones.with(ZoneOffset.UTC)).contains("Z", "UTC");
        assertThat(TimeZones.with(ZoneId.of("Europe/Zurich"))).containsOnlyOnce("Europe/Zurich");
    }
}

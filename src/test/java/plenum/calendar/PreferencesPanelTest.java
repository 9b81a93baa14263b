package plenum.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Working hours as somebody types them. */
@Tag("calendar")
class PreferencesPanelTest {
    @Test
    void aTimeOfDayIsRead() {
        assertThat(PreferencesPanel.time("07:30")).contains(LocalTime.of(7, 30));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7:30", "24:00", "noon", "07:30 Europe/Rome"})
    void whatIsNoneIsRefused(String typed) {
        assertThat(PreferencesPanel.time(typed)).isEmpty();
    }
}

package plenum.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.platform.Messages;

/** The settings offer what there is. */
@Tag("web")
class SettingsPageTest {
    private static final String LABEL = "settings.sounds.";

    @Test
    void everySoundThatHasALabelCanBeSwitchedOff() {
        assertThat(SettingsPage.SOUNDS)
                .containsExactlyInAnyOrderElementsOf(Messages.in(Locale.GERMAN).keySet().stream()
                        .filter(key -> key.startsWith(LABEL))
                        .map(key -> key.substring(LABEL.length()))
                        .collect(Collectors.toSet()));
    }

    @Test
    void everyTuneOfAMeetingCanBeSwitchedOff() throws IOException {
        String tunes = BrowserCode.sources().get("sound/tunes.js");
        assertThat(tunes.lines()
                        .filter(line -> line.matches(" {2}[a-z]+: \\[note.*"))
                        .map(line -> line.strip().split(":")[0])
                        .filter(name -> !name.equals("test")))
                .isNotEmpty()
                .allMatch(SettingsPage.SOUNDS::contains);
    }
}

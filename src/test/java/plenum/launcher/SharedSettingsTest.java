package plenum.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import plenum.platform.InvalidSettingsException;
import plenum.platform.SettingsReader;

/** What one program takes as the value of a setting, each takes that reads it. The media server has the same test. */
@Tag("launcher")
class SharedSettingsTest {
    private static final Set<String> OF_THE_LAUNCHER =
            Set.of("PLENUM_MEDIA_UDP_PORTS", "PLENUM_KURENTO_URLS", "PLENUM_PUBLIC_URL", "PLENUM_HTTPS_PORT");

    @ParameterizedTest
    @CsvFileSource(resources = "/plenum/settings/shared.csv", delimiter = ';')
    void meanTheSameEverywhere(String name, String value, String worth) {
        boolean good = worth.equals("good");
        assertThat(applicationTakes(name, value)).isEqualTo(good);
        if (OF_THE_LAUNCHER.contains(name)) {
            assertThat(launcherTakes(name, value)).isEqualTo(good);
        }
    }

    private static boolean applicationTakes(String name, String value) {
        try {
            new SettingsReader(asked -> Optional.of(value).filter(any -> asked.equals(name)), "node").read();
            return true;
        } catch (InvalidSettingsException e) {
            return false;
        }
    }

    private static boolean launcherTakes(String name, String value) {
        try {
            new LauncherSettingsReader(Map.of(name, value), Path.of("/"), Path.of("/data")).read();
            return true;
        } catch (StartFailure e) {
            return false;
        }
    }
}

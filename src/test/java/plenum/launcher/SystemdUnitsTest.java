package plenum.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The units of systemd start what the launcher starts, set what is a setting, and give it no more rights than it needs. */
@Tag("launcher")
class SystemdUnitsTest {
    private static final Path FOLDER = Path.of("wildfly-config/systemd");
    private static final Pattern SET = Pattern.compile("[= ](PLENUM_[A-Z_]+)=");
    private static final Pattern JAR = Pattern.compile("/opt/plenum/(\\S+\\.jar)");

    @ParameterizedTest
    @MethodSource("units")
    void aUnitSetsOnlySettings(Path unit) throws IOException {
        String example = Files.readString(Path.of("wildfly-config/plenum.env.example"));
        assertThat(found(SET, unit)).allSatisfy(name -> assertThat(example).contains("#" + name + "="));
    }

    @ParameterizedTest
    @MethodSource("units")
    void aUnitStartsWhatTheLauncherStarts(Path unit) throws IOException {
        Installation installation = new Installation(Path.of(""));
        assertThat(found(JAR, unit))
                .isSubsetOf(
                        installation.mediaServer().toString(),
                        installation.composer().toString());
    }

    @ParameterizedTest
    @MethodSource("units")
    void aUnitRunsWithoutRights(Path unit) throws IOException {
        assertThat(Files.readAllLines(unit))
                .contains(
                        "User=plenum", "NoNewPrivileges=yes", "ProtectSystem=strict", "ProtectHome=yes", "UMask=0027");
    }

    @ParameterizedTest
    @MethodSource("units")
    void onlyTheApplicationReadsTheSecrets(Path unit) throws IOException {
        boolean application =
                !unit.toString().contains("media") && !unit.toString().contains("composer");
        assertThat(Files.readString(unit).contains("/etc/plenum/plenum.env")).isEqualTo(application);
    }

    private static List<Path> units() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<Path> units = files.sorted().toList();
            assertThat(units).hasSize(4);
            return units;
        }
    }

    private static List<String> found(Pattern pattern, Path unit) throws IOException {
        return pattern.matcher(Files.readString(unit))
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}

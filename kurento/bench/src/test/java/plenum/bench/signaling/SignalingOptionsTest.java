package plenum.bench.signaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plenum.mediaserver.bench.UsageException;

@Tag("bench")
class SignalingOptionsTest {

    @Test
    void hasTheGoalsLoadByDefault() throws Exception {
        SignalingOptions options = SignalingOptions.parse(List.of());
        assertThat(options.url()).isNull();
        assertThat(options.clients()).isEqualTo(5000);
        assertThat(options.leastRoom()).isEqualTo(50);
        assertThat(options.mostRoom()).isEqualTo(100);
        assertThat(options.rate()).isEqualTo(500);
        assertThat(options.compression()).isTrue();
        assertThat(options.parts()).containsExactly(Part.values());
    }

    @Test
    void readsWhatIsGiven() throws Exception {
        SignalingOptions options = SignalingOptions.parse(List.of(
                "--url",
                "http://localhost:8080",
                "--pid",
                "42",
                "--room",
                "30",
                "--seconds",
                "5",
                "--parts",
                "storm,chat",
                "--compression",
                "no",
                "--json",
                "x.json"));
        assertThat(options.url()).isEqualTo(URI.create("http://localhost:8080"));
        assertThat(options.pid()).isEqualTo(42);
        assertThat(options.leastRoom()).isEqualTo(30);
        assertThat(options.mostRoom()).isEqualTo(30);
        assertThat(options.window()).isEqualTo(Duration.ofSeconds(5));
        assertThat(options.parts()).isEqualTo(Set.of(Part.CHAT, Part.STORM));
        assertThat(options.compression()).isFalse();
        assertThat(options.json()).isEqualTo(Path.of("x.json"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--what 1",
                "--clients",
                "--clients 1",
                "--clients many",
                "--room 100..50",
                "--room 1..2",
                "--url localhost:8080",
                "--url ws://localhost:8080",
                "--parts chat,tea",
                "--compression maybe"
            })
    void saysWhatIsWrong(String arguments) {
        assertThatThrownBy(() -> SignalingOptions.parse(List.of(arguments.split(" "))))
                .isInstanceOf(UsageException.class);
    }

    @Test
    void helpAndMistakesHaveTheirExitCodes() throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        assertThat(SignalingBench.run(Path.of("."), List.of("--help"), out)).isZero();
        assertThat(SignalingBench.run(Path.of("."), List.of("--what", "1"), out))
                .isEqualTo(2);
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("--clients", "unknown option --what");
    }
}

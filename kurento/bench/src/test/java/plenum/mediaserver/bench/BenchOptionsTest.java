package plenum.mediaserver.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("bench")
class BenchOptionsTest {
    @Test
    void hasADefaultForEverything() throws Exception {
        BenchOptions options = BenchOptions.parse(List.of());

        assertThat(options.url()).isNull();
        assertThat(options.pid()).isZero();
        assertThat(options.publishers()).isEqualTo(10);
        assertThat(options.viewers()).isEqualTo(10);
        assertThat(options.packetsPerSecond()).isEqualTo(57);
        assertThat(options.packetBytes()).isEqualTo(1100);
        assertThat(options.warmUp()).isEqualTo(Duration.ofSeconds(12));
        assertThat(options.window()).isEqualTo(Duration.ofSeconds(10));
        assertThat(options.floorWindow()).isEqualTo(Duration.ofSeconds(10));
        assertThat(options.impairment().isNone()).isTrue();
        assertThat(options.json()).isNull();
    }

    @Test
    void takesWhatIsGiven() throws Exception {
        BenchOptions options = BenchOptions.parse(List.of(
                ("--url ws://192.0.2.1:8888/kurento --pid 42 --publishers 1 --viewers 1000 --rate 100 --bytes 200"
                                + " --warm-up 1 --seconds 60 --floor 0 --loss 10 --delay 100 --jitter 20 --kbps 2000"
                                + " --queue 150 --recordings 4 --json out.json")
                        .split(" ")));

        assertThat(options)
                .isEqualTo(new BenchOptions(
                        URI.create("ws://192.0.2.1:8888/kurento"),
                        42,
                        1,
                        1000,
                        100,
                        200,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(60),
                        Duration.ZERO,
                        new Impairment(
                                10, Duration.ofMillis(100), Duration.ofMillis(20), 2_000_000, Duration.ofMillis(150)),
                        4,
                        Path.of("out.json")));
    }

    @ParameterizedTest
    @CsvSource({
        "--nonsense, 1, unknown option --nonsense",
        "--viewers, many, '--viewers takes whole numbers from 1 to 2000, not many'",
        "--viewers, 0, '--viewers takes whole numbers from 1 to 2000, not 0'",
        "--bytes, 1201, '--bytes takes whole numbers from 64 to 1200, not 1201'",
        "--rate, -1, '--rate takes whole numbers from 2 to 5000, not -1'",
        "--seconds, 99999999999, '--seconds takes whole numbers from 1 to 3600, not 99999999999'",
        "--url, 'ws://not a url', '--url takes a URL such as ws://127.0.0.1:8888/kurento, not ws://not a url'",
        "--url, http://127.0.0.1/, '--url takes a URL such as ws://127.0.0.1:8888/kurento, not http://127.0.0.1/'"
    })
    void saysWhatIsWrong(String name, String value, String complaint) {
        assertThatThrownBy(() -> BenchOptions.parse(List.of(name, value)))
                .isInstanceOf(UsageException.class)
                .hasMessage(complaint);
    }

    @Test
    void asksForAMissingValue() {
        assertThatThrownBy(() -> BenchOptions.parse(List.of("--viewers", "3", "--rate")))
                .hasMessage("--rate needs a value");
    }

    @Test
    void explainsEveryOption() {
        for (String name :
                "url pid publishers viewers rate bytes warm-up seconds floor loss delay jitter kbps queue json"
                        .split(" ")) {
            assertThat(BenchOptions.USAGE).contains("--" + name + " ");
        }
    }
}

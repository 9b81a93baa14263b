package plenum.mediaserver.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A fuzzer that finds nothing proves nothing: it has to find what is there. */
@Tag("fuzz")
class FuzzerTest {
    private static final List<byte[]> SEEDS =
            List.of("a good input".getBytes(StandardCharsets.UTF_8), new byte[] {1, 2, 3, 4}, new byte[0]);

    @Test
    void makesTheSameInputsFromTheSameSeed() {
        Mutator one = new Mutator(1, SEEDS);
        Mutator same = new Mutator(1, SEEDS);
        Set<String> all = new HashSet<>();
        for (int i = 0; i < 2_000; i++) {
            byte[] input = one.next();
            assertThat(same.next()).isEqualTo(input);
            all.add(HexFormat.of().formatHex(input));
        }
        assertThat(all).as("different inputs").hasSizeGreaterThan(1_000);
    }

    @Test
    void leavesTheSeedsAsTheyAre() {
        List<byte[]> seeds = new ArrayList<>();
        SEEDS.forEach(seed -> seeds.add(seed.clone()));
        Mutator mutator = new Mutator(1, seeds);
        for (int i = 0; i < 1_000; i++) {
            mutator.next();
        }
        assertThat(seeds).usingRecursiveComparison().isEqualTo(SEEDS);
    }

    @Test
    void findsWhatEscapesDeepInAnInput() {
        Fuzzer fuzzer = new Fuzzer(
                input -> {
                    if (input.length > 6 && input[0] == 'a' && input[5] == (byte) 0xFF) {
                        throw new IllegalStateException("found");
                    }
                },
                100_000);

        assertThatThrownBy(() -> fuzzer.run(SEEDS, 100_000))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("found")
                .hasMessageContaining("escapes for 61");
    }

    @Test
    void findsSlowness() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Fuzzer fuzzer = new Fuzzer(
                input -> {
                    long end = threads.getCurrentThreadCpuTime() + TimeUnit.MILLISECONDS.toNanos(12);
                    while (input.length == 3 && threads.getCurrentThreadCpuTime() < end) {
                        Thread.onSpinWait();
                    }
                },
                100_000);

        assertThatThrownBy(() -> fuzzer.run(SEEDS, 100_000)).hasMessageContaining("ns for");
    }

    @Test
    void findsAllocation() {
        Fuzzer fuzzer = new Fuzzer(
                input -> {
                    if (input.length > 0 && input[0] == 0x7F) {
                        assertThat(new byte[200_000]).hasSize(200_000);
                    }
                },
                100_000);

        assertThatThrownBy(() -> fuzzer.run(SEEDS, 100_000)).hasMessageContaining("allocates");
    }
}

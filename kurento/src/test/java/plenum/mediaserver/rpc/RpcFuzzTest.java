package plenum.mediaserver.rpc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.mediaserver.fuzz.Fuzzer;

/** Messages of the protocol, as whoever may connect can send them. */
@Tag("rpc")
class RpcFuzzTest {
    private static final int LONGEST_SEED = 4_000;

    private final RpcCodec codec = new RpcCodec();

    @Test
    void survivesDamagedMessages() throws IOException {
        List<byte[]> seeds;
        try (InputStream in = RpcFuzzTest.class.getResourceAsStream("/recordings/wire-samples.log")) {
            seeds = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains(" >> {") && line.length() < LONGEST_SEED)
                    .map(line -> line.substring(line.indexOf('{')).getBytes(StandardCharsets.UTF_8))
                    .toList();
        }

        new Fuzzer(input -> codec.read(new String(input, StandardCharsets.UTF_8)), 1024 * 1024).run(seeds, 100_000);
    }
}

package plenum.mediaserver.rtp;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.mediaserver.fuzz.Fuzzer;

/** What a peer may send once it is known: reports, feedback, requests. */
@Tag("rtp")
class RtcpFuzzTest {
    private final RtcpWriter writer = new RtcpWriter(4096);

    @Test
    void survivesDamagedPackets() {
        List<byte[]> seeds = RtcpTest.packets().map(this::write).toList();

        new Fuzzer(input -> RtcpReader.read(input, 0, input.length), 256 * 1024).run(seeds, 100_000);
    }

    private byte[] write(Rtcp message) {
        writer.begin();
        writer.append(new Rtcp.ReceiverReport(1, List.of()));
        writer.append(message);
        return Arrays.copyOf(writer.buffer(), writer.length());
    }
}

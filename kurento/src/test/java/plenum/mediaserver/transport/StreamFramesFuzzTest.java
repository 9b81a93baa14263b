package plenum.mediaserver.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.mediaserver.fuzz.Fuzzer;
import plenum.mediaserver.transport.StreamFrames.TooLong;

/** Anybody who can connect may send these. */
@Tag("transport")
class StreamFramesFuzzTest {
    private static final byte[] TWO = {0, 3, 1, 2, 3, 0, 0, 0, 1, 9};

    @Test
    void findsPacketsHoweverTheyWereCut() throws TooLong {
        for (int cut = 0; cut <= TWO.length; cut++) {
            StreamFrames frames = new StreamFrames();
            StringBuilder found = new StringBuilder();
            for (byte[] part : List.of(Arrays.copyOf(TWO, cut), Arrays.copyOfRange(TWO, cut, TWO.length))) {
                ByteBuf in = Unpooled.wrappedBuffer(part);
                for (int length = frames.next(in); length >= 0; length = frames.next(in)) {
                    found.append(Arrays.toString(Arrays.copyOf(frames.packet(), length)));
                }
            }
            assertThat(found).hasToString("[1, 2, 3][][9]");
        }
    }

    @Test
    void survivesDamagedStreams() {
        byte[] longest = new byte[2 + UdpPort.MAX_DATAGRAM];
        longest[0] = UdpPort.MAX_DATAGRAM >> 8;
        new Fuzzer(StreamFramesFuzzTest::read, 64 * 1024).run(List.of(TWO, longest, new byte[] {-1, -1, 0}), 100_000);
    }

    private static void read(byte[] input) {
        StreamFrames frames = new StreamFrames();
        ByteBuf in = Unpooled.wrappedBuffer(input);
        try {
            int length = 0;
            while (length >= 0) {
                length = frames.next(in);
            }
            assertThat(in.isReadable()).isFalse();
        } catch (TooLong e) {
            // the connection ends
        }
    }
}

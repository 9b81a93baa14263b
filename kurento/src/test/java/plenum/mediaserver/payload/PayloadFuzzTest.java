package plenum.mediaserver.payload;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.mediaserver.fuzz.Fuzzer;
import plenum.mediaserver.matroska.Block;
import plenum.mediaserver.matroska.MatroskaReader;
import plenum.mediaserver.sdp.Codec;

/** Publishers send packets, and files hold frames, that are not what they should be. */
@Tag("record")
class PayloadFuzzTest {
    private static final int INPUTS = 20_000;
    private static final Path SAMPLES = Path.of("src/test/resources/media");

    private static List<byte[]> frames(String name, boolean video) throws IOException {
        try (FileChannel channel = FileChannel.open(SAMPLES.resolve(name))) {
            MatroskaReader reader = MatroskaReader.open(channel);
            List<byte[]> frames = new ArrayList<>();
            for (Block block = reader.next(); block != null && frames.size() < 4; block = reader.next()) {
                if (reader.tracks().get(block.track()).isVideo() == video) {
                    frames.add(block.data());
                }
            }
            return frames;
        }
    }

    private static Packetizer packetizer(String name) throws IOException {
        try (FileChannel channel = FileChannel.open(SAMPLES.resolve(name))) {
            TrackFormat video = MatroskaReader.open(channel).tracks().values().stream()
                    .filter(TrackFormat::isVideo)
                    .findFirst()
                    .orElseThrow();
            return Packetizer.of(video).orElseThrow();
        }
    }

    private static void fuzz(String name) throws IOException {
        Packetizer packetizer = packetizer(name);
        Codec codec = packetizer.codec();
        List<byte[]> payloads = new ArrayList<>();
        for (byte[] frame : frames(name, true)) {
            packetizer.packetize(frame, true, (payload, last) -> payloads.add(payload));
        }
        new Fuzzer(
                        input -> {
                            Depacketizer depacketizer = Depacketizer.of(codec, (timestamp, key, data) -> {});
                            depacketizer.take(new MediaPacket(1, 1, false, true, input));
                            depacketizer.take(new MediaPacket(2, 1, true, false, input));
                            depacketizer.gap();
                            depacketizer.take(new MediaPacket(3, 2, true, true, input));
                        },
                        1024 * 1024)
                .run(payloads, INPUTS);
        new Fuzzer(input -> packetizer.packetize(input, true, (payload, last) -> {}), 1024 * 1024)
                .run(frames(name, true), INPUTS);
    }

    @Test
    void survivesDamagedVp8() throws Exception {
        fuzz("vp8.webm");
    }

    @Test
    void survivesDamagedVp9() throws Exception {
        fuzz("vp9.webm");
    }

    @Test
    void survivesDamagedH264() throws Exception {
        fuzz("h264.mkv");
    }

    @Test
    void survivesDamagedAv1() throws Exception {
        fuzz("av1.mkv");
    }
}

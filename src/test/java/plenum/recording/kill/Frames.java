package plenum.recording.kill;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import plenum.mediaserver.matroska.Block;
import plenum.mediaserver.matroska.MatroskaReader;
import plenum.mediaserver.payload.Packetizer;

/**
 * Somebody as a colour and a tone, as VP8 and Opus: one picture that stands for itself, and a second of sound that can be repeated.
 *
 * @param picture payloads of the packets of the picture
 * @param sound payloads of 50 packets of 20 ms each
 */
record Frames(int hertz, List<byte[]> picture, List<byte[]> sound) {
    private static final int PACKETS_PER_SECOND = 50;

    /** @param hertz a multiple of 50, so that the second goes on where it began */
    static Frames make(Films films, Path folder, String colour, int hertz) throws IOException {
        Path file = folder.resolve(colour + ".mkv");
        films.ffmpeg(
                "-y",
                "-f",
                "lavfi",
                "-i",
                "color=c=" + colour + ":s=320x180:r=25:d=3",
                "-f",
                "lavfi",
                "-i",
                "aevalsrc=sin(2*PI*%d*t)/4:s=48000:d=3".formatted(hertz),
                "-c:v",
                "libvpx",
                "-g",
                "1",
                "-c:a",
                "libopus",
                "-b:a",
                "48k",
                "-frame_duration",
                "20",
                file.toString());
        List<byte[]> picture = new ArrayList<>();
        List<byte[]> sound = new ArrayList<>();
        try (FileChannel channel = FileChannel.open(file)) {
            MatroskaReader reader = MatroskaReader.open(channel);
            for (Block block = reader.next(); block != null; block = reader.next()) {
                boolean isSound = reader.tracks().get(block.track()).codecId().startsWith("A_");
                if (isSound) {
                    sound.add(block.data());
                } else if (picture.isEmpty()) {
                    Packetizer.of(reader.tracks().get(block.track()))
                            .orElseThrow()
                            .packetize(block.data(), true, (payload, last) -> picture.add(payload));
                }
            }
        }
        // the encoder has settled by then
        return new Frames(hertz, picture, List.copyOf(sound.subList(PACKETS_PER_SECOND, 2 * PACKETS_PER_SECOND)));
    }
}

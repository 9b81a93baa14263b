package plenum.mediaserver.webrtc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static plenum.mediaserver.webrtc.OnLoop.on;

import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plenum.mediaserver.flow.MediaKind;
import plenum.mediaserver.flow.PacketSource;
import plenum.mediaserver.matroska.Block;
import plenum.mediaserver.matroska.MatroskaReader;
import plenum.mediaserver.record.Recorders;
import plenum.mediaserver.record.Recording;
import plenum.mediaserver.record.RecordingFailure;
import plenum.mediaserver.uri.MediaLocations;

/** A browser is recorded beside its viewers. */
@Tag("webrtc")
class RecordedCallTest {
    private static final int FRAMES = 60;

    @TempDir
    Path folder;

    /** One packet in five is lost on its way, and asked for again. */
    @Test
    void recordsEveryFrameThoughPacketsAreLost() throws Exception {
        try (RunningCall call = new RunningCall(UnaryOperator.identity())) {
            Recording recording = on(
                    call.loop, () -> new Recorders(call.engine.clock(), new MediaLocations(List.of(folder), Set.of()))
                            .create(call.loop, "call.webm", EnumSet.of(MediaKind.VIDEO), new Silent()));
            PacketSource source = call.publisher.peer().source(MediaKind.VIDEO);
            on(call.loop, () -> {
                recording.source(MediaKind.VIDEO, source);
                return recording.record();
            });
            for (int i = 0; i < FRAMES; i++) {
                int number = 1_000 + i;
                on(call.clients(), () -> {
                    call.publisher.browser().sendFrame(number, number == 1_000, number % 5 == 3);
                    return null;
                });
            }
            call.goesOn();
            await().untilAsserted(() -> assertThat(numbers()).contains(1_000 + FRAMES - 1));
            CompletionStage<Void> stored = on(call.loop, recording::stop);
            stored.toCompletableFuture().get(10, TimeUnit.SECONDS);

            List<Integer> recorded = numbers();
            List<Integer> expected = new ArrayList<>();
            for (int i = 0; i < FRAMES; i++) {
                expected.add(1_000 + i);
            }
            assertThat(recorded).containsSubsequence(expected);
            assertThat(recorded.stream().filter(expected::contains)).isEqualTo(expected);
        }
    }

    /** The numbers of the frames in the file; each frame is a tag, then its number. */
    private List<Integer> numbers() throws Exception {
        Path file = folder.resolve("call.webm");
        List<Integer> numbers = new ArrayList<>();
        if (!Files.exists(file) || Files.size(file) == 0) {
            return numbers;
        }
        try (FileChannel channel = FileChannel.open(file)) {
            MatroskaReader reader = MatroskaReader.open(channel);
            for (Block block = reader.next(); block != null; block = reader.next()) {
                numbers.add((block.data()[1] & 0xFF) << 8 | block.data()[2] & 0xFF);
            }
        }
        return numbers;
    }

    private static final class Silent implements Recording.Listener {
        @Override
        public void started() {
            // the file tells
        }

        @Override
        public void failed(RecordingFailure failure) {
            throw new AssertionError(failure);
        }

        @Override
        public void damaged(RecordingFailure failure) {
            throw new AssertionError(failure);
        }

        @Override
        public void flows(MediaKind kind, boolean flowing) {
            // the file tells
        }
    }
}

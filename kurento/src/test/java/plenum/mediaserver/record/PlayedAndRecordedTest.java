package plenum.mediaserver.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plenum.mediaserver.flow.MediaKind;
import plenum.mediaserver.flow.ServerClock;
import plenum.mediaserver.loop.EventLoop;
import plenum.mediaserver.loop.EventLoops;
import plenum.mediaserver.matroska.Block;
import plenum.mediaserver.matroska.MatroskaReader;
import plenum.mediaserver.play.Playback;
import plenum.mediaserver.uri.MediaLocations;

/** A file is played into a recording: what comes out is what went in, for every codec. */
@Tag("record")
class PlayedAndRecordedTest {
    private static final Path SAMPLES = Path.of("src/test/resources/media").toAbsolutePath();

    @TempDir
    Path folder;

    private final List<String> news = new CopyOnWriteArrayList<>();
    private EventLoops loops;
    private EventLoop loop;

    @BeforeEach
    void start() {
        loops = new EventLoops(1);
        loop = loops.all().getFirst();
    }

    @AfterEach
    void stop() {
        loops.close();
    }

    private record Content(MatroskaReader reader, List<Block> video, List<Block> audio) {
        static Content of(Path file) throws IOException {
            try (FileChannel channel = FileChannel.open(file)) {
                MatroskaReader reader = MatroskaReader.open(channel);
                Content content = new Content(reader, new ArrayList<>(), new ArrayList<>());
                for (Block block = reader.next(); block != null; block = reader.next()) {
                    boolean isVideo = reader.tracks().get(block.track()).isVideo();
                    (isVideo ? content.video : content.audio).add(block);
                }
                return content;
            }
        }

        List<Long> steps(List<Block> blocks) {
            List<Long> steps = new ArrayList<>();
            for (int i = 1; i < blocks.size(); i++) {
                steps.add(blocks.get(i).millis() - blocks.get(i - 1).millis());
            }
            return steps;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"vp8.webm", "vp9.webm", "h264.mkv", "av1.mkv"})
    void isTheSame(String name) throws Exception {
        Path recorded = folder.resolve("recorded-" + name);
        record(SAMPLES.resolve(name), recorded);

        Content before = Content.of(SAMPLES.resolve(name));
        Content after = Content.of(recorded);
        assertThat(after.reader.tracks().values())
                .extracting(format -> format.codecId() + " " + format.width() + "x" + format.height())
                .containsExactlyInAnyOrderElementsOf(before.reader.tracks().values().stream()
                        .map(format -> format.codecId() + " " + format.width() + "x" + format.height())
                        .toList());
        assertThat(after.video)
                .extracting(Block::key)
                .isEqualTo(before.video.stream().map(Block::key).toList());
        assertThat(after.audio)
                .extracting(Block::data)
                .containsExactlyElementsOf(
                        before.audio.stream().map(Block::data).toList());
        if (!name.startsWith("h264")) { // whose parameter sets go with each key frame
            assertThat(after.video)
                    .extracting(Block::data)
                    .containsExactlyElementsOf(
                            before.video.stream().map(Block::data).toList());
        }
        assertThat(after.steps(after.video)).allSatisfy(step -> assertThat(step).isBetween(55L, 78L));
        assertThat(after.reader.durationMillis()).isBetween(1_900L, 2_050L);
        assertThat(news).contains("started", "flows VIDEO", "ended").doesNotContain("failed");
    }

    private void record(Path from, Path to) throws Exception {
        ServerClock clock = new ServerClock(System::nanoTime, System.currentTimeMillis() * 1_000_000);
        MediaLocations locations = new MediaLocations(List.of(SAMPLES, folder), Set.of());
        Recording recording = new Recorders(clock, locations)
                .create(loop, to.toUri().toString(), EnumSet.allOf(MediaKind.class), new RecordingNews(news));
        loop.execute(() -> {
            Playback playback =
                    new Playback(loop, clock, locations, from.toUri().toString(), new PlaybackNews(news));
            for (MediaKind kind : MediaKind.values()) {
                recording.source(kind, playback.source(kind));
            }
            recording.record();
            playback.play();
        });
        await().until(() -> news.contains("ended"));
        CompletionStage<?> stored = stopped(recording);
        stored.toCompletableFuture().get(10, TimeUnit.SECONDS);
        assertThat(Files.size(to)).isPositive();
    }

    private CompletionStage<?> stopped(Recording recording) throws Exception {
        CompletableFuture<CompletionStage<?>> asked = new CompletableFuture<>();
        loop.execute(() -> asked.complete(recording.stop()));
        return asked.get(10, TimeUnit.SECONDS);
    }
}

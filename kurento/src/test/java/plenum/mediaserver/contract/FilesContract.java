package plenum.mediaserver.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.kurento.client.MediaPipeline;
import plenum.mediaserver.RunningServer;

/** The client has the server read and write files of a folder, in which a film is already. */
abstract class FilesContract extends ClientContract {
    @TempDir
    Path folder;

    final List<String> events = new CopyOnWriteArrayList<>();
    MediaPipeline pipeline;

    /** What the server is told, besides the folder. */
    Map<String, String> settings() {
        return Map.of();
    }

    @Override
    RunningServer start() throws IOException {
        Files.copy(Path.of("src/test/resources/media/vp8.webm"), folder.resolve("in.webm"));
        Map<String, String> settings = new HashMap<>(settings());
        settings.put("PLENUM_MEDIA_FOLDERS", folder.toString());
        return RunningServer.start(settings);
    }

    @BeforeEach
    void createPipeline() {
        pipeline = client.createMediaPipeline();
    }
}

package plenum.mediaserver.element;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.mediaserver.object.Operation;
import plenum.mediaserver.object.RemoteClass;

/** The README's table lists the operations that there are. */
@Tag("element")
class ReadmeTest {
    private static final Pattern OPERATION = Pattern.compile("\\b(get|set|add|remove|is|process|generate|gather|create"
            + "|close|request|dump|connect|disconnect|play|pause|record|stop)([A-Z]\\w*)?\\b");

    @Test
    void listsEveryOperationAndNoOther() throws Exception {
        Set<String> listed = Files.readAllLines(Path.of("README.md")).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| `"))
                .map(line -> line.split("\\|", -1)[2])
                .flatMap(operations -> OPERATION.matcher(operations).results().map(result -> result.group()))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> offered = Stream.of(
                        ServerManager.SERVER_MANAGER,
                        MediaPipeline.MEDIA_PIPELINE,
                        PassThrough.PASS_THROUGH,
                        RecorderEndpoint.RECORDER_ENDPOINT,
                        PlayerEndpoint.PLAYER_ENDPOINT,
                        HubPort.HUB_PORT,
                        Dispatcher.DISPATCHER,
                        DispatcherOneToMany.DISPATCHER_ONE_TO_MANY,
                        RtpEndpoint.RTP_ENDPOINT,
                        WebRtcEndpointInterface.WEB_RTC_ENDPOINT)
                .map(RemoteClass::operations)
                .flatMap(operations -> operations.all().stream())
                .map(Operation::name)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(listed).isEqualTo(offered);
    }
}

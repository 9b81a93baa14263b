package plenum.mediaserver.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kurento.client.Dispatcher;
import org.kurento.client.DispatcherOneToMany;
import org.kurento.client.HubPort;
import org.kurento.client.MediaProfileSpecType;
import org.kurento.client.PlayerEndpoint;
import org.kurento.client.RecorderEndpoint;
import org.kurento.client.UriEndpointState;
import plenum.mediaserver.matroska.MatroskaReader;

/** Kurento's client records and plays as Kurento's tutorials do. */
@Tag("contract")
class RecordingContractTest extends FilesContract {
    private PlayerEndpoint player(String name) {
        PlayerEndpoint player = new PlayerEndpoint.Builder(
                        pipeline, folder.resolve(name).toUri().toString())
                .build();
        player.addEndOfStreamListener(event -> events.add("EndOfStream"));
        player.addErrorListener(event -> events.add("player " + event.getType()));
        player.addUriEndpointStateChangedListener(event -> events.add("player " + event.getState()));
        return player;
    }

    private RecorderEndpoint recorder(String name, MediaProfileSpecType profile) {
        RecorderEndpoint recorder = new RecorderEndpoint.Builder(
                        pipeline, folder.resolve(name).toUri().toString())
                .withMediaProfile(profile)
                .build();
        recorder.addRecordingListener(event -> events.add("Recording"));
        recorder.addPausedListener(event -> events.add("Paused"));
        recorder.addStoppedListener(event -> events.add("Stopped"));
        recorder.addErrorListener(event -> events.add("recorder " + event.getType()));
        recorder.addUriEndpointStateChangedListener(event -> events.add("recorder " + event.getState()));
        return recorder;
    }

    private int tracks(String name) throws IOException {
        try (FileChannel channel = FileChannel.open(folder.resolve(name))) {
            return MatroskaReader.open(channel).tracks().size();
        }
    }

    @Test
    void recordsWhatIsPlayed() throws Exception {
        PlayerEndpoint player = player("in.webm");
        RecorderEndpoint recorder = recorder("out.webm", MediaProfileSpecType.WEBM);
        player.connect(recorder);
        assertThat(recorder.getState()).isEqualTo(UriEndpointState.STOP);
        recorder.record();
        player.play();
        await().until(() -> events.contains("Recording"));
        assertThat(recorder.getState()).isEqualTo(UriEndpointState.START);
        assertThat(player.getVideoInfo().getDuration()).isBetween(1_900L, 2_100L);
        assertThat(player.getVideoInfo().getIsSeekable()).isTrue();
        await().until(() -> events.contains("EndOfStream"));
        recorder.stopAndWait();

        assertThat(recorder.getState()).isEqualTo(UriEndpointState.STOP);
        // the client tells each kind of event by a thread of its own
        await().untilAsserted(
                        () -> assertThat(events).contains("recorder START", "Recording", "recorder STOP", "Stopped"));
        assertThat(tracks("out.webm")).isEqualTo(2);
        assertThatThrownBy(recorder::record).satisfies(ClientContract.code(40111));
    }

    @Test
    void pausesAndRecordsOneKindAlone() throws Exception {
        PlayerEndpoint player = player("in.webm");
        RecorderEndpoint recorder = recorder("out.webm", MediaProfileSpecType.WEBM_AUDIO_ONLY);
        player.connect(recorder);
        recorder.record();
        player.play();
        await().until(() -> events.contains("Recording"));
        recorder.pause();
        assertThat(recorder.getState()).isEqualTo(UriEndpointState.PAUSE);
        recorder.record();
        assertThat(recorder.getState()).isEqualTo(UriEndpointState.START);
        recorder.stop();
        await().untilAsserted(() -> assertThat(events)
                .contains("Paused", "Stopped")
                .filteredOn("Recording"::equals)
                .hasSize(2));
        assertThat(tracks("out.webm")).isEqualTo(1);
    }

    @Test
    void standsStillAndSeeks() {
        PlayerEndpoint player = player("in.webm");
        player.play();
        await().until(() -> player.getPosition() > 200);
        player.pause();
        long position = player.getPosition();
        assertThat(player.getState()).isEqualTo(UriEndpointState.PAUSE);
        player.setPosition(1_500);
        assertThat(player.getPosition()).isEqualTo(1_500).isGreaterThan(position);
        assertThatThrownBy(() -> player.setPosition(60_000)).satisfies(ClientContract.code(40111));
        player.play();
        await().until(() -> events.contains("EndOfStream"));
        player.stop();
        assertThat(player.getPosition()).isZero();
    }

    @Test
    void tellsOfPlacesThatAreNotAllowed() {
        PlayerEndpoint player = new PlayerEndpoint.Builder(pipeline, "file:///etc/passwd").build();
        player.addErrorListener(event -> events.add("player " + event.getType()));
        player.play();
        RecorderEndpoint recorder = new RecorderEndpoint.Builder(pipeline, "http://127.0.0.1:1/x").build();
        recorder.addErrorListener(event -> events.add("recorder " + event.getType()));
        recorder.record();
        await().until(() -> events.containsAll(List.of("player INVALID_URI", "recorder RESOURCE_ERROR_OPEN")));
    }

    @Test
    void refusesOtherContainersAndMixers() {
        assertThatThrownBy(() -> recorder("out.mp4", MediaProfileSpecType.MP4)).satisfies(ClientContract.code(40107));
        assertThatThrownBy(() -> new org.kurento.client.Composite.Builder(pipeline).build())
                .satisfies(ClientContract.code(40108));
        assertThatThrownBy(() -> new org.kurento.client.AlphaBlending.Builder(pipeline).build())
                .satisfies(ClientContract.code(40108));
    }

    @Test
    void dispatchesBetweenPorts() throws Exception {
        Dispatcher dispatcher = new Dispatcher.Builder(pipeline).build();
        HubPort from = new HubPort.Builder(dispatcher).build();
        HubPort to = new HubPort.Builder(dispatcher).build();
        assertThat(to.getParent().getId()).isEqualTo(dispatcher.getId());
        PlayerEndpoint player = player("in.webm");
        RecorderEndpoint recorder = recorder("out.webm", MediaProfileSpecType.WEBM);
        player.connect(from);
        to.connect(recorder);
        recorder.record();
        player.play();
        await().until(() -> player.getPosition() > 100);
        assertThat(events).doesNotContain("Recording");
        dispatcher.connect(from, to);
        await().until(() -> events.contains("Recording"));
        recorder.stopAndWait();
        assertThat(tracks("out.webm")).isEqualTo(2);
        from.release();
    }

    @Test
    void dispatchesFromOneToMany() {
        DispatcherOneToMany dispatcher = new DispatcherOneToMany.Builder(pipeline).build();
        HubPort from = new HubPort.Builder(dispatcher).build();
        HubPort to = new HubPort.Builder(dispatcher).build();
        PlayerEndpoint player = player("in.webm");
        RecorderEndpoint recorder = recorder("out.webm", MediaProfileSpecType.WEBM);
        player.connect(from);
        to.connect(recorder);
        dispatcher.setSource(from);
        recorder.record();
        player.play();
        await().until(() -> events.contains("Recording"));
        dispatcher.removeSource();
        recorder.stopAndWait();
        HubPort another = new HubPort.Builder(new Dispatcher.Builder(pipeline).build()).build();
        assertThatThrownBy(() -> dispatcher.setSource(another)).satisfies(ClientContract.code(40004));
    }
}

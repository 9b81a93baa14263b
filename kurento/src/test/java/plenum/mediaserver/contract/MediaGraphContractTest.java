package plenum.mediaserver.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kurento.client.ElementConnectionData;
import org.kurento.client.MediaPipeline;
import org.kurento.client.MediaType;
import org.kurento.client.PassThrough;
import org.kurento.client.WebRtcEndpoint;
import plenum.mediaserver.FakePeer;
import plenum.mediaserver.flow.MediaKind;

/** Connections between elements as the unmodified client makes them. */
@Tag("contract")
class MediaGraphContractTest extends ClientContract {
    @Test
    void connectsThroughForwardersAndSwitchesSources() {
        MediaPipeline pipeline = client.createMediaPipeline();
        WebRtcEndpoint first = new WebRtcEndpoint.Builder(pipeline).build();
        WebRtcEndpoint second = new WebRtcEndpoint.Builder(pipeline).build();
        WebRtcEndpoint viewer = new WebRtcEndpoint.Builder(pipeline).build();
        PassThrough slot = new PassThrough.Builder(pipeline).build();
        List<FakePeer> peers = server.peers().peers();
        List<String> heard = new CopyOnWriteArrayList<>();
        first.addElementConnectedListener(event -> heard.add("connected " + event.getMediaType()));
        first.addElementDisconnectedListener(event -> heard.add("disconnected " + event.getMediaType()));

        slot.connect(viewer);
        first.connect(slot);
        assertThat(peers.get(2).receives(MediaKind.VIDEO)).isSameAs(peers.get(0).source(MediaKind.VIDEO));
        viewer.requestKeyframe();
        assertThat(peers.get(0).keyFramesAskedFor()).isEqualTo(1);
        peers.get(0).connect();
        await().until(() -> slot.isMediaFlowingIn(MediaType.VIDEO));

        second.connect(slot, MediaType.VIDEO);
        assertThat(peers.get(2).receives(MediaKind.VIDEO)).isSameAs(peers.get(1).source(MediaKind.VIDEO));
        assertThat(peers.get(2).receives(MediaKind.AUDIO)).isSameAs(peers.get(0).source(MediaKind.AUDIO));
        assertThat(slot.getSourceConnections()).hasSize(3);
        assertThat(first.getSinkConnections())
                .extracting(ElementConnectionData::getType)
                .containsExactly(MediaType.AUDIO, MediaType.DATA);

        second.disconnect(slot);
        first.release();
        await().until(() -> peers.get(2).receives(MediaKind.AUDIO) == null);
        assertThat(peers.get(2).receives(MediaKind.VIDEO)).isNull();
        await().until(() -> heard.contains("disconnected VIDEO"));
        assertThat(heard).contains("connected AUDIO", "connected VIDEO", "connected DATA");
    }

    @Test
    void loopsAnEndpointBackToItself() {
        WebRtcEndpoint endpoint = new WebRtcEndpoint.Builder(client.createMediaPipeline()).build();
        endpoint.connect(endpoint);

        FakePeer peer = server.peers().peers().getFirst();
        assertThat(peer.receives(MediaKind.AUDIO)).isSameAs(peer.source(MediaKind.AUDIO));
    }

    @Test
    void refusesToConnectAcrossPipelines() {
        WebRtcEndpoint here = new WebRtcEndpoint.Builder(client.createMediaPipeline()).build();
        WebRtcEndpoint there = new WebRtcEndpoint.Builder(client.createMediaPipeline()).build();

        assertThatThrownBy(() -> here.connect(there)).satisfies(code(40004));
    }
}

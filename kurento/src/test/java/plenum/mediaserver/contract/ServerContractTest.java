package plenum.mediaserver.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kurento.client.Composite;
import org.kurento.client.KurentoClient;
import org.kurento.client.KurentoConnectionListener;
import org.kurento.client.MediaPipeline;
import org.kurento.client.ServerManager;
import plenum.mediaserver.RunningServer;

/** The server itself as the unmodified client sees it. */
@Tag("contract")
class ServerContractTest extends ClientContract {
    @Test
    void tellsOfItself() {
        ServerManager manager = client.getServerManager();
        List<String> heard = new CopyOnWriteArrayList<>();
        manager.addObjectCreatedListener(
                event -> heard.add("created " + event.getObject().getId()));
        manager.addObjectDestroyedListener(event -> heard.add("destroyed " + event.getObjectId()));
        MediaPipeline pipeline = client.createMediaPipeline();

        assertThat(manager.getInfo().getVersion()).startsWith("7.");
        assertThat(manager.getInfo().getModules()).hasSize(2);
        assertThat(manager.getCpuCount()).isPositive();
        assertThat(manager.getUsedCpu(50)).isBetween(0f, 100f);
        assertThat(manager.getUsedMemory()).isPositive();
        assertThat(manager.getSessions()).contains("").hasSize(2);
        assertThat(manager.getPipelines()).extracting(MediaPipeline::getId).containsExactly(pipeline.getId());
        assertThat(manager.getKmd("elements")).contains("WebRtcEndpoint").contains("gatherCandidates");
        assertThat(manager.getKmd("core")).contains("PassThrough");
        assertThatThrownBy(() -> manager.getKmd("nope")).satisfies(code(40500));

        pipeline.release();
        await().until(() -> heard.size() == 2);
        assertThat(heard).containsExactly("created " + pipeline.getId(), "destroyed " + pipeline.getId());
    }

    @Test
    void refusesWhatIsNotOffered() {
        MediaPipeline pipeline = client.createMediaPipeline();

        assertThatThrownBy(() -> new Composite.Builder(pipeline).build().getId())
                .satisfies(code(40108))
                .hasMessageContaining("Factory 'Composite' not found");
    }

    @Test
    void tellsAClientThatTheServerIsAnotherAfterARestart() throws Exception {
        List<Boolean> reconnections = new CopyOnWriteArrayList<>();
        RunningServer old = RunningServer.start();
        KurentoClient watched = KurentoClient.create(old.uri().toString(), new ReconnectionListener(reconnections));
        MediaPipeline pipeline = watched.createMediaPipeline();
        assertThat(pipeline.getName()).isNotEmpty();
        int port = old.port();
        old.close();

        try (RunningServer restarted = RunningServer.start(Map.of("PLENUM_KURENTO_PORT", Integer.toString(port)))) {
            await().atMost(Duration.ofSeconds(30)).until(() -> !reconnections.isEmpty());
            assertThat(reconnections).containsExactly(false);
            assertThatThrownBy(pipeline::getName).satisfies(code(40101));
            watched.destroy();
            await().until(() -> restarted.registry().sessionIds().size() <= 2);
        }
    }

    private record ReconnectionListener(List<Boolean> reconnections) implements KurentoConnectionListener {
        @Override
        public void connected() {}

        @Override
        public void connectionFailed() {}

        @Override
        public void disconnected() {}

        @Override
        public void reconnected(boolean sameServer) {
            reconnections.add(sameServer);
        }
    }
}

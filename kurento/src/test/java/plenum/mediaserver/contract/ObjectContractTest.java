package plenum.mediaserver.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.kurento.client.KurentoClient;
import org.kurento.client.MediaPipeline;
import org.kurento.client.PassThrough;
import org.kurento.client.TFuture;
import org.kurento.client.Tag;
import org.kurento.client.Transaction;
import org.kurento.client.WebRtcEndpoint;

/** Objects as the unmodified client sees them: their properties, their families, and how long they live. */
@org.junit.jupiter.api.Tag("contract")
class ObjectContractTest extends ClientContract {
    @Test
    void keepsNamesTagsAndTimesOfObjects() {
        MediaPipeline pipeline = client.createMediaPipeline();
        pipeline.setName("room");
        pipeline.addTag("k", "v");
        pipeline.setSendTagsInEvents(true);

        assertThat(pipeline.getName()).isEqualTo("room");
        assertThat(pipeline.getTag("k")).isEqualTo("v");
        assertThat(pipeline.getTags()).extracting(Tag::getKey).containsExactly("k");
        assertThat(pipeline.getSendTagsInEvents()).isTrue();
        assertThat(pipeline.getCreationTime()).isPositive();
        pipeline.removeTag("k");
        assertThatThrownBy(() -> pipeline.getTag("k")).satisfies(code(40110));
    }

    @Test
    void knowsParentsAndChildren() {
        MediaPipeline pipeline = client.createMediaPipeline();
        WebRtcEndpoint endpoint = new WebRtcEndpoint.Builder(pipeline).build();
        PassThrough pass = new PassThrough.Builder(pipeline).build();

        assertThat(endpoint.getParent().getId()).isEqualTo(pipeline.getId());
        assertThat(endpoint.getMediaPipeline().getId()).isEqualTo(pipeline.getId());
        assertThat(pipeline.getChildren())
                .extracting(child -> child.getId())
                .containsExactly(endpoint.getId(), pass.getId());
    }

    @Test
    void performsTransactions() throws Exception {
        Transaction transaction = client.beginTransaction();
        MediaPipeline pipeline = client.createMediaPipeline(transaction);
        WebRtcEndpoint endpoint = new WebRtcEndpoint.Builder(pipeline).build(transaction);
        PassThrough pass = new PassThrough.Builder(pipeline).build(transaction);
        endpoint.connect(transaction, pass);
        TFuture<String> name = endpoint.getName(transaction);
        transaction.commit();

        assertThat(name.get()).isEqualTo(endpoint.getId());
        assertThat(pass.getSourceConnections()).hasSize(3);
    }

    @Test
    void forgetsReleasedObjects() {
        MediaPipeline pipeline = client.createMediaPipeline();
        WebRtcEndpoint endpoint = new WebRtcEndpoint.Builder(pipeline).build();
        pipeline.release();

        assertThatThrownBy(endpoint::generateOffer).satisfies(code(40101));
        await().until(() -> server.peers().open().isEmpty());
    }

    @Test
    void leavesNothingBehindWhenAClientCloses() throws Exception {
        KurentoClient other = KurentoClient.create(server.uri().toString());
        new WebRtcEndpoint.Builder(other.createMediaPipeline()).build().getName();
        MediaPipeline ours = client.createMediaPipeline();
        assertThat(ours.getName()).isNotEmpty();
        other.destroy();

        await().atMost(30, TimeUnit.SECONDS).until(() -> server.registry().all().size() == 1);
        assertThat(server.registry().all().getFirst().id()).isEqualTo(ours.getId());
    }

    @Test
    void sharesObjectsBetweenClients() throws Exception {
        MediaPipeline pipeline = client.createMediaPipeline();
        KurentoClient other = KurentoClient.create(server.uri().toString());
        try {
            MediaPipeline same = other.getById(pipeline.getId(), MediaPipeline.class);
            same.setName("theirs");
            assertThat(pipeline.getName()).isEqualTo("theirs");
        } finally {
            other.destroy();
        }
        assertThat(pipeline.getName()).isEqualTo("theirs");
    }
}

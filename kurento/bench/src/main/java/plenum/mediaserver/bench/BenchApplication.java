package plenum.mediaserver.bench;

import java.net.URI;
import java.nio.file.Path;
import org.kurento.client.KurentoClient;
import org.kurento.client.MediaPipeline;
import org.kurento.client.MediaProfileSpecType;
import org.kurento.client.RecorderEndpoint;
import org.kurento.client.WebRtcEndpoint;

/** What an application has at the server: a session, a pipeline, and an endpoint for each stream and direction. */
final class BenchApplication implements AutoCloseable {
    private static final int NO_CAP_KBPS = 100_000;

    private final KurentoClient kurento;
    private final MediaPipeline pipeline;

    BenchApplication(URI url) {
        kurento = KurentoClient.create(url.toString());
        pipeline = kurento.createMediaPipeline();
    }

    /** A new endpoint that begins to connect with the peer; both are gone when the server refuses. */
    WebRtcEndpoint connect(BenchPeer peer) {
        WebRtcEndpoint endpoint = new WebRtcEndpoint.Builder(pipeline).build();
        try {
            endpoint.addIceCandidateFoundListener(
                    event -> peer.candidate(event.getCandidate().getCandidate()));
            endpoint.setMaxVideoSendBandwidth(NO_CAP_KBPS);
            endpoint.setMaxVideoRecvBandwidth(NO_CAP_KBPS);
            peer.answer(endpoint.processOffer(peer.offer()));
            endpoint.gatherCandidates();
            return endpoint;
        } catch (RuntimeException e) {
            peer.close();
            endpoint.release();
            throw e;
        }
    }

    /** Writes what comes from an endpoint to a file of the server's. */
    void record(WebRtcEndpoint source, Path file) {
        RecorderEndpoint recorder = new RecorderEndpoint.Builder(
                        pipeline, file.toUri().toString().replaceFirst("^file:///?", "file:///"))
                .withMediaProfile(MediaProfileSpecType.MKV_VIDEO_ONLY)
                .build();
        source.connect(recorder);
        recorder.record();
    }

    /** Ends without a word to the server, as after the connection is gone. */
    void abandon() {
        kurento.destroy();
    }

    @Override
    public void close() {
        pipeline.release();
        kurento.destroy();
    }
}

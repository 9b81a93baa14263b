package plenum.mediaserver.bench;

import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.kurento.client.KurentoClient;
import org.kurento.client.MediaPipeline;
import org.kurento.client.WebRtcEndpoint;
import plenum.mediaserver.loop.EventLoops;
import plenum.mediaserver.loop.NettyEventLoop;
import plenum.mediaserver.transport.DtlsIdentity;

/** One pipeline with publishers and viewers, built as a Kurento application builds it: one endpoint for each stream and direction. */
final class BenchRoom implements AutoCloseable {
    private static final int JOIN_LIMIT_SECONDS = 15;
    private static final int NO_CAP_KBPS = 100_000;

    private final SecureRandom random = new SecureRandom();
    private final DtlsIdentity identity = DtlsIdentity.generate(random, Instant.now());
    private final EventLoops loops = new EventLoops(1);
    private final NettyEventLoop loop = loops.all().getFirst();
    private final KurentoClient kurento;
    private final MediaPipeline pipeline;
    private final List<BenchPublisher> publishers = new ArrayList<>();
    private final List<WebRtcEndpoint> sources = new ArrayList<>();
    private final List<BenchViewer> viewers = new ArrayList<>();
    private final Latencies joins = new Latencies();

    BenchRoom(URI url) {
        kurento = KurentoClient.create(url.toString());
        pipeline = kurento.createMediaPipeline();
    }

    void addPublisher(int packetsPerSecond, int packetBytes) throws IOException, BenchFailure {
        BenchPublisher publisher = new BenchPublisher(loop, identity, random, packetsPerSecond, packetBytes);
        publishers.add(publisher);
        sources.add(connect(publisher));
        await(publisher.whenSecured(), "a publisher to connect");
    }

    /** A viewer comes: takes every stream, and is in when each has arrived. */
    void addViewer() throws IOException, BenchFailure {
        List<BenchViewer> streams = new ArrayList<>();
        long began = System.nanoTime();
        for (WebRtcEndpoint source : sources) {
            BenchViewer viewer = new BenchViewer(loop, identity, random);
            streams.add(viewer);
            source.connect(connect(viewer));
        }
        for (BenchViewer viewer : streams) {
            joins.add(await(viewer.firstPacket(), "a viewer's first packet") - began);
        }
        viewers.addAll(streams);
    }

    private WebRtcEndpoint connect(BenchPeer peer) {
        WebRtcEndpoint endpoint = new WebRtcEndpoint.Builder(pipeline).build();
        endpoint.addIceCandidateFoundListener(
                event -> peer.candidate(event.getCandidate().getCandidate()));
        endpoint.setMaxVideoSendBandwidth(NO_CAP_KBPS);
        endpoint.setMaxVideoRecvBandwidth(NO_CAP_KBPS);
        peer.answer(endpoint.processOffer(peer.offer()));
        endpoint.gatherCandidates();
        return endpoint;
    }

    /** From a viewer's first request to each stream's first packet. */
    Latencies joins() {
        return joins;
    }

    /** Packets that all publishers sent since the last call. */
    long takeSent() throws BenchFailure {
        long sent = 0;
        for (BenchPublisher publisher : publishers) {
            sent += await(publisher.takeSent(), "a publisher's count");
        }
        return sent;
    }

    /** How long the packets that viewers received since the last call were on their way. */
    Latencies takeLatencies() throws BenchFailure {
        Latencies all = new Latencies();
        for (BenchViewer viewer : viewers) {
            all.addAll(await(viewer.takeLatencies(), "a viewer's latencies"));
        }
        return all;
    }

    private static <T> T await(CompletableFuture<T> future, String what) throws BenchFailure {
        try {
            return future.get(JOIN_LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new BenchFailure("waited in vain for " + what, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("interrupted while waiting for " + what, e);
        }
    }

    @Override
    public void close() {
        publishers.forEach(BenchPublisher::close);
        viewers.forEach(BenchViewer::close);
        pipeline.release();
        kurento.destroy();
        loops.close();
    }
}

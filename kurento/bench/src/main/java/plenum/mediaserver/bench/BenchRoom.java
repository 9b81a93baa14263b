package plenum.mediaserver.bench;

import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
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
    private final Impairment impairment;
    private final KurentoClient kurento;
    private final MediaPipeline pipeline;
    private final List<BenchPublisher> publishers = new ArrayList<>();
    private final List<WebRtcEndpoint> sources = new ArrayList<>();
    private final List<BenchViewer> viewers = new ArrayList<>();
    private final Latencies joins = new Latencies();
    private final Latencies viewerJoins = new Latencies();

    BenchRoom(URI url) {
        this(url, Impairment.NONE);
    }

    /** @param impairment what the network between each viewer and the server is like */
    BenchRoom(URI url, Impairment impairment) {
        this.impairment = impairment;
        kurento = KurentoClient.create(url.toString());
        pipeline = kurento.createMediaPipeline();
    }

    void addPublisher(int packetsPerSecond, int packetBytes) throws IOException, BenchFailure {
        BenchPublisher publisher = new BenchPublisher(loop, identity, random, packetsPerSecond, packetBytes);
        publishers.add(publisher);
        sources.add(connect(publisher));
        await(publisher.whenSecured(), "a publisher to connect");
    }

    /** A viewer comes: takes every stream, one after the other, and is in when each has arrived. */
    void addViewer() throws IOException, BenchFailure {
        Map<BenchViewer, Long> streams = new LinkedHashMap<>();
        long came = System.nanoTime();
        for (WebRtcEndpoint source : sources) {
            long began = System.nanoTime();
            BenchViewer viewer = new BenchViewer(loop, identity, random, impairment);
            streams.put(viewer, began);
            source.connect(connect(viewer));
        }
        long complete = came;
        for (Map.Entry<BenchViewer, Long> stream : streams.entrySet()) {
            long arrived = await(stream.getKey().firstPacket(), "a viewer's first packet");
            joins.add(arrived - stream.getValue());
            complete = Math.max(complete, arrived);
        }
        viewerJoins.add(complete - came);
        viewers.addAll(streams.keySet());
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

    /** From the first request for a stream to its first packet. */
    Latencies joins() {
        return joins;
    }

    /** From a viewer's first request to the first packet of the last of its streams. */
    Latencies viewerJoins() {
        return viewerJoins;
    }

    /** The UDP ports that viewers receive on. */
    Set<Integer> viewerPorts() {
        return viewers.stream().map(BenchViewer::localPort).collect(Collectors.toSet());
    }

    /** Datagrams to viewers that the impaired network has lost until now. */
    long lostOnTheWay() {
        return viewers.stream().mapToLong(BenchViewer::lostOnTheWay).sum();
    }

    /** What viewers have received since the last call, together. */
    BenchViewer.Count takeCount() throws BenchFailure {
        long expected = 0;
        Latencies latencies = new Latencies();
        for (BenchViewer viewer : viewers) {
            BenchViewer.Count count = await(viewer.takeCount(), "a viewer's count");
            expected += count.expected();
            latencies.addAll(count.latencies());
        }
        return new BenchViewer.Count(expected, latencies);
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

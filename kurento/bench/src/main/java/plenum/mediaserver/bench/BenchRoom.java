package plenum.mediaserver.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.kurento.client.WebRtcEndpoint;
import plenum.mediaserver.client.ClientSide;

/** One pipeline with publishers and viewers, built as a Kurento application builds it: one endpoint for each stream and direction. */
final class BenchRoom implements AutoCloseable {
    private final ClientSide side = new ClientSide();
    private final Impairment network;
    private final BenchApplication application;
    private final List<BenchPublisher> publishers = new ArrayList<>();
    private final List<WebRtcEndpoint> sources = new ArrayList<>();
    private final List<BenchViewer> viewers = new ArrayList<>();
    private final Latencies joins = new Latencies();
    private final Latencies viewerJoins = new Latencies();

    BenchRoom(URI url) {
        this(url, Impairment.NONE);
    }

    /** @param network what is between each viewer and the server */
    BenchRoom(URI url, Impairment network) {
        this.network = network;
        application = new BenchApplication(url);
    }

    void addPublisher(int packetsPerSecond, int packetBytes) throws IOException, BenchFailure {
        BenchPublisher publisher = new BenchPublisher(side, Impairment.NONE, packetsPerSecond, packetBytes);
        publishers.add(publisher);
        sources.add(application.connect(publisher));
        Waiting.on(publisher.whenSecured(), "a publisher to connect");
    }

    /** Records every stream from now on, each to a file of its own. */
    void record(Path folder, String name) {
        for (int i = 0; i < sources.size(); i++) {
            application.record(sources.get(i), folder.resolve(name + "-" + i + ".mkv"));
        }
    }

    /** A viewer comes to stay, and is counted. */
    void addViewer() throws IOException, BenchFailure {
        Attendee attendee = guest(network);
        joins.addAll(attendee.joins());
        viewerJoins.add(attendee.joinNanos());
        viewers.addAll(attendee.viewers());
    }

    /** Somebody comes who is not counted, and goes when the caller says so; several may come at once. */
    Attendee guest(Impairment network) throws IOException, BenchFailure {
        return Attendee.join(side, network, application, sources);
    }

    ClientSide side() {
        return side;
    }

    BenchApplication application() {
        return application;
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
            BenchViewer.Count count = Waiting.on(viewer.takeCount(), "a viewer's count");
            expected += count.expected();
            latencies.addAll(count.latencies());
        }
        return new BenchViewer.Count(expected, latencies);
    }

    @Override
    public void close() {
        publishers.forEach(BenchPublisher::close);
        viewers.forEach(BenchViewer::close);
        application.close();
        side.close();
    }
}

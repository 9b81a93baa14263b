package plenum.mediaserver.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import plenum.mediaserver.loop.NettyEventLoop;
import plenum.mediaserver.transport.PeerDirectory;
import plenum.mediaserver.transport.RemoteTransport;
import plenum.mediaserver.transport.UdpPort;
import plenum.mediaserver.transport.WebRtcTransport;

/**
 * One client-side peer connection with real ICE, DTLS and SRTP, on a UDP port of its own as a browser's would be. Everything after
 * construction happens on its loop.
 */
abstract class BenchPeer implements WebRtcTransport.Listener, AutoCloseable {
    private final ClientSide side;
    private final Impairment network;
    private final Map<InetSocketAddress, ImpairmentRelay> relays = new ConcurrentHashMap<>();
    private final UdpPort port;
    private final WebRtcTransport transport;
    private final CompletableFuture<Void> secured = new CompletableFuture<>();
    private final int ssrc;
    private final String offer;

    /** @param network what is between it and the server */
    BenchPeer(ClientSide side, Impairment network, boolean sends) throws IOException {
        this.side = side;
        this.network = network;
        this.port = UdpPort.open(side.loop(), new PeerDirectory(), InetAddress.getLoopbackAddress(), 0, 0);
        this.ssrc = side.random().nextInt();
        this.transport = CompletableFuture.supplyAsync(
                        () -> WebRtcTransport.controlling(port, side.identity(), side.random(), this), side.loop())
                .join();
        this.offer = BenchSdp.offer(
                sends, ssrc, transport.credentials(), side.identity().fingerprint());
    }

    String offer() {
        return offer;
    }

    int ssrc() {
        return ssrc;
    }

    NettyEventLoop loop() {
        return port.loop();
    }

    /** The UDP port of its own. */
    int localPort() {
        return port.port();
    }

    WebRtcTransport transport() {
        return transport;
    }

    /** Takes the server's answer and begins to connect. */
    void answer(String sdp) {
        RemoteTransport remote = BenchSdp.transport(sdp);
        List<InetSocketAddress> candidates =
                BenchSdp.candidates(sdp).stream().map(this::way).toList();
        loop().execute(() -> {
            transport.start(remote);
            transport.remoteCandidates(candidates);
        });
    }

    /** Where to send to for this address of the server's: that address itself, or what is on the way to it. Not called on the loop. */
    private InetSocketAddress way(InetSocketAddress address) {
        return network.isNone()
                ? address
                : relays.computeIfAbsent(
                                address, server -> new ImpairmentRelay(side.loop(), server, network, side.random()))
                        .address();
    }

    /** Datagrams that the server sent and the impaired network lost, until now. */
    long lostOnTheWay() {
        return relays.values().stream()
                .mapToLong(relay -> relay.lostOnTheWayDown().join())
                .sum();
    }

    /** Takes a candidate that the server announces apart from its answer. */
    void candidate(String candidate) {
        List<InetSocketAddress> addresses =
                BenchSdp.candidate(candidate).map(this::way).toList();
        loop().execute(() -> transport.remoteCandidates(addresses));
    }

    /** Done when keys are agreed on; exceptionally when they will not be. */
    CompletableFuture<Void> whenSecured() {
        return secured;
    }

    @Override
    public void selected(InetSocketAddress remote, boolean tcp) {
        // the address alone is of no interest here: DTLS follows by itself
    }

    @Override
    public void secured() {
        secured.complete(null);
    }

    @Override
    public void farewell() {
        failed("the server said farewell");
    }

    @Override
    public void failed(String reason) {
        secured.completeExceptionally(new IOException(reason));
    }

    /** Ends as a machine without power does: the server hears nothing more. Only where there is an impaired network to cut. */
    void vanish() {
        relays.values().forEach(ImpairmentRelay::close);
        close();
    }

    @Override
    public void close() {
        CompletableFuture.runAsync(transport::close, loop()).join();
        port.close();
        relays.values().forEach(ImpairmentRelay::close);
    }
}

package plenum.mediaserver.client;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import plenum.mediaserver.loop.NettyEventLoop;
import plenum.mediaserver.transport.PeerDirectory;
import plenum.mediaserver.transport.RemoteTransport;
import plenum.mediaserver.transport.UdpPort;
import plenum.mediaserver.transport.WebRtcTransport;

/**
 * One peer connection, on a UDP port of its own as a browser's would be. It offers; what it is answered, its owner brings. Everything after
 * construction happens on its loop.
 */
public abstract class ClientPeer implements WebRtcTransport.Listener, AutoCloseable {
    private final UdpPort port;
    private final WebRtcTransport transport;
    private final CompletableFuture<Void> secured = new CompletableFuture<>();
    private final int videoSsrc;
    private final int audioSsrc;
    private final String offer;

    protected ClientPeer(ClientSide side, ClientSdp.Media media) throws IOException {
        this.port = UdpPort.open(side.loop(), new PeerDirectory(), InetAddress.getLoopbackAddress(), 0, 0);
        this.videoSsrc = side.random().nextInt();
        this.audioSsrc = videoSsrc + 1;
        this.transport = CompletableFuture.supplyAsync(
                        () -> WebRtcTransport.controlling(port, side.identity(), side.random(), this), side.loop())
                .join();
        this.offer = ClientSdp.offer(
                media, videoSsrc, transport.credentials(), side.identity().fingerprint());
    }

    public final String offer() {
        return offer;
    }

    public final int videoSsrc() {
        return videoSsrc;
    }

    public final int audioSsrc() {
        return audioSsrc;
    }

    public final NettyEventLoop loop() {
        return port.loop();
    }

    /** The UDP port of its own. */
    public final int localPort() {
        return port.port();
    }

    protected final WebRtcTransport transport() {
        return transport;
    }

    /** Takes the server's answer and begins to connect. Not called on the loop. */
    public final void answer(String sdp) {
        RemoteTransport remote = ClientSdp.transport(sdp);
        List<InetSocketAddress> candidates =
                ClientSdp.candidates(sdp).stream().map(this::way).toList();
        loop().execute(() -> {
            transport.start(remote);
            transport.remoteCandidates(candidates);
        });
    }

    /** Takes a candidate that the server announces apart from its answer. Not called on the loop. */
    public final void candidate(String candidate) {
        List<InetSocketAddress> addresses =
                ClientSdp.candidate(candidate).map(this::way).toList();
        loop().execute(() -> transport.remoteCandidates(addresses));
    }

    /** Where to send to for this address of the server's: that address itself, or a relay on the way to it. Not called on the loop. */
    protected InetSocketAddress way(InetSocketAddress server) {
        return server;
    }

    /** Done when keys are agreed on; exceptionally when they will not be. */
    public final CompletableFuture<Void> whenSecured() {
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

    @Override
    public void close() {
        CompletableFuture.runAsync(transport::close, loop()).join();
        port.close();
    }
}

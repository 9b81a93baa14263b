package plenum.mediaserver.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import plenum.mediaserver.loop.NettyEventLoop;
import plenum.mediaserver.transport.DtlsIdentity;
import plenum.mediaserver.transport.PeerDirectory;
import plenum.mediaserver.transport.RemoteTransport;
import plenum.mediaserver.transport.UdpPort;
import plenum.mediaserver.transport.WebRtcTransport;

/**
 * One client-side peer connection with real ICE, DTLS and SRTP, on a UDP port of its own as a browser's would be. Everything after
 * construction happens on its loop.
 */
abstract class BenchPeer implements WebRtcTransport.Listener, AutoCloseable {
    private final UdpPort port;
    private final WebRtcTransport transport;
    private final CompletableFuture<Void> secured = new CompletableFuture<>();
    private final int ssrc;
    private final String offer;

    BenchPeer(NettyEventLoop loop, DtlsIdentity identity, SecureRandom random, boolean sends) throws IOException {
        this.port = UdpPort.open(loop, new PeerDirectory(), InetAddress.getLoopbackAddress(), 0, 0);
        this.ssrc = random.nextInt();
        this.transport = CompletableFuture.supplyAsync(
                        () -> WebRtcTransport.controlling(port, identity, random, this), loop)
                .join();
        this.offer = BenchSdp.offer(sends, ssrc, transport.credentials(), identity.fingerprint());
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
    InetSocketAddress way(InetSocketAddress address) {
        return address;
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

    @Override
    public void close() {
        CompletableFuture.runAsync(transport::close, loop()).join();
        port.close();
    }
}

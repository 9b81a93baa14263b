package plenum.mediaserver.bench;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.concurrent.CompletableFuture;
import plenum.mediaserver.loop.NettyEventLoop;
import plenum.mediaserver.transport.DtlsIdentity;

/** Receives one stream and counts: packets, and how long each was on its way. */
final class BenchViewer extends BenchPeer {
    private final CompletableFuture<Long> firstPacket = new CompletableFuture<>();
    private Latencies latencies = new Latencies();

    BenchViewer(NettyEventLoop loop, DtlsIdentity identity, SecureRandom random) throws IOException {
        super(loop, identity, random, false);
    }

    /** The moment of the first packet, by {@link System#nanoTime}. */
    CompletableFuture<Long> firstPacket() {
        return firstPacket;
    }

    /** Hands over how long each packet since the last call was on its way. */
    CompletableFuture<Latencies> takeLatencies() {
        return CompletableFuture.supplyAsync(
                () -> {
                    Latencies taken = latencies;
                    latencies = new Latencies();
                    return taken;
                },
                loop());
    }

    @Override
    public void rtp(byte[] packet, int length) {
        long now = System.nanoTime();
        long sentAt = BenchPacket.sentAt(packet, length);
        if (sentAt < 0) {
            return;
        }
        latencies.add(now - sentAt);
        if (!firstPacket.isDone()) {
            firstPacket.complete(now);
        }
    }

    @Override
    public void rtcp(byte[] packet, int length) {
        // sender reports say nothing that is measured here
    }
}

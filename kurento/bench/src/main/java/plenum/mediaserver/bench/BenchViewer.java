package plenum.mediaserver.bench;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import plenum.mediaserver.client.ClientSdp;
import plenum.mediaserver.client.ClientSide;
import plenum.mediaserver.client.VideoPacket;
import plenum.mediaserver.rtp.SequenceUnwrapper;

/** Receives one stream and counts: packets, gaps between their numbers, and how long each was on its way. */
final class BenchViewer extends BenchPeer {
    /**
     * What has come since the last count.
     *
     * @param expected packets between the highest numbers of the two counts, whether they came or not
     * @param latencies of those that came
     */
    record Count(long expected, Latencies latencies) {}

    private final CompletableFuture<Long> firstPacket = new CompletableFuture<>();
    private final SequenceUnwrapper unwrapper = new SequenceUnwrapper();
    private Latencies latencies = new Latencies();
    private long counted = -1;

    BenchViewer(ClientSide side, Impairment network) throws IOException {
        super(side, network, ClientSdp.Media.RECEIVE_VIDEO);
    }

    /** The moment of the first packet, by {@link System#nanoTime}. */
    CompletableFuture<Long> firstPacket() {
        return firstPacket;
    }

    /** Counts, and begins to count anew. */
    CompletableFuture<Count> takeCount() {
        return CompletableFuture.supplyAsync(
                () -> {
                    Count taken = new Count(unwrapper.highest() - counted, latencies);
                    latencies = new Latencies();
                    counted = unwrapper.highest();
                    return taken;
                },
                loop());
    }

    @Override
    public void rtp(byte[] packet, int length) {
        long now = System.nanoTime();
        long sentAt = VideoPacket.sentAt(packet, length);
        if (sentAt < 0) {
            return;
        }
        unwrapper.unwrap((packet[2] & 0xFF) << 8 | packet[3] & 0xFF);
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

package plenum.mediaserver.webrtc;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import plenum.mediaserver.loop.EventLoop;
import plenum.mediaserver.transport.UdpPort;

/** The peers of one loop, and the counters of those that have gone. Belongs to its loop, but for {@link #count}. */
final class Census {
    /** Asked in one go, so that no packet waits for a count of hundreds. */
    private static final int SLICE = 32;

    private final EventLoop loop;
    private final UdpPort port;
    private final Set<WebRtcPeer> present = new LinkedHashSet<>();
    private MediaCounters departed = MediaCounters.NONE;

    Census(EventLoop loop, UdpPort port) {
        this.loop = loop;
        this.port = port;
    }

    void joined(WebRtcPeer peer) {
        present.add(peer);
    }

    /** Keeps what the peer counted; called while it can still be asked. */
    void left(WebRtcPeer peer) {
        if (present.remove(peer)) {
            departed = departed.plus(peer.stats());
        }
    }

    /** Counts everybody; callable from any thread. */
    CompletionStage<MediaCounters> count() {
        CompletableFuture<MediaCounters> result = new CompletableFuture<>();
        loop.execute(() -> {
            MediaCounters before = departed.withPeers(present.size()).withDatagrams(port.traffic());
            add(List.copyOf(present), before, result);
        });
        return result;
    }

    private void add(List<WebRtcPeer> left, MediaCounters before, CompletableFuture<MediaCounters> result) {
        MediaCounters sum = before;
        for (WebRtcPeer peer : left.subList(0, Math.min(SLICE, left.size()))) {
            sum = sum.plus(peer.stats());
        }
        if (left.size() <= SLICE) {
            result.complete(sum);
        } else {
            MediaCounters soFar = sum;
            loop.execute(() -> add(left.subList(SLICE, left.size()), soFar, result));
        }
    }

    /** Counts several together. */
    static CompletionStage<MediaCounters> countAll(Collection<Census> all) {
        CompletionStage<MediaCounters> sum = CompletableFuture.completedStage(MediaCounters.NONE);
        for (Census census : all) {
            sum = sum.thenCombine(census.count(), MediaCounters::plus);
        }
        return sum;
    }
}

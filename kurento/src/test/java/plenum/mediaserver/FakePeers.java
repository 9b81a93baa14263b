package plenum.mediaserver;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import plenum.mediaserver.flow.ServerClock;
import plenum.mediaserver.loop.EventLoop;
import plenum.mediaserver.loop.EventLoops;
import plenum.mediaserver.webrtc.MediaCounters;
import plenum.mediaserver.webrtc.WebRtcPeer;
import plenum.mediaserver.webrtc.WebRtcPeers;

/** Peers without a network, on real loops. */
public final class FakePeers implements WebRtcPeers, AutoCloseable {
    private final ServerClock clock = new ServerClock(System::nanoTime, 1_700_000_000_000_000_000L);
    private final List<TestLoop> loops = List.of(new TestLoop(), new TestLoop());
    private final AtomicInteger assigned = new AtomicInteger();
    private final List<FakePeer> peers = Collections.synchronizedList(new ArrayList<>());

    @Override
    public ServerClock clock() {
        return clock;
    }

    @Override
    public EventLoop assignLoop() {
        return loops.get(assigned.getAndIncrement() % loops.size());
    }

    @Override
    public WebRtcPeer create(EventLoop loop, WebRtcPeer.Listener listener) {
        if (!loop.inLoop()) {
            throw new IllegalStateException("a peer is made on its loop only");
        }
        FakePeer peer = new FakePeer(loop, listener);
        peers.add(peer);
        return peer;
    }

    @Override
    public CompletionStage<Void> pulse() {
        return EventLoops.pulse(loops);
    }

    /** What the peers that are open say of themselves; no datagram is theirs. */
    @Override
    public CompletionStage<MediaCounters> counters() {
        CompletionStage<MediaCounters> sum = CompletableFuture.completedStage(MediaCounters.NONE);
        for (FakePeer peer : open()) {
            sum = sum.thenCombineAsync(CompletableFuture.supplyAsync(peer::stats, peer.loop()), MediaCounters::plus);
        }
        return sum;
    }

    /** In the order of their making. */
    public List<FakePeer> peers() {
        return List.copyOf(peers);
    }

    /** Those that are not closed. */
    public List<FakePeer> open() {
        return peers().stream().filter(peer -> !peer.isClosed()).toList();
    }

    @Override
    public void close() {
        loops.forEach(loop -> loop.thread.shutdownNow());
    }

    private static final class TestLoop implements EventLoop {
        private volatile Thread current;
        private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
            current = Thread.ofPlatform().name("test-loop").daemon().unstarted(task);
            return current;
        });

        @Override
        public boolean inLoop() {
            return Thread.currentThread() == current;
        }

        @Override
        public Timer schedule(Duration delay, Runnable task) {
            ScheduledFuture<?> future = thread.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
            return () -> future.cancel(false);
        }

        @Override
        public long nanoTime() {
            return System.nanoTime();
        }

        @Override
        public void execute(Runnable task) {
            thread.execute(task);
        }
    }
}

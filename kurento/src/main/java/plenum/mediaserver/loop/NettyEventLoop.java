package plenum.mediaserver.loop;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** An event loop on top of Netty's, which also serves the sockets of its pipelines. */
public final class NettyEventLoop implements EventLoop {
    private final io.netty.channel.EventLoop loop;
    private final AtomicInteger inhabitants = new AtomicInteger();

    NettyEventLoop(io.netty.channel.EventLoop loop) {
        this.loop = loop;
    }

    /** The event loop group that sockets register with. */
    public io.netty.channel.EventLoop netty() {
        return loop;
    }

    /** Counts one more living thing on this loop, or with a negative number one less. */
    public void inhabit(int change) {
        inhabitants.addAndGet(change);
    }

    int inhabitants() {
        return inhabitants.get();
    }

    @Override
    public boolean inLoop() {
        return loop.inEventLoop();
    }

    @Override
    public void execute(Runnable task) {
        loop.execute(task);
    }

    @Override
    public Timer schedule(Duration delay, Runnable task) {
        var future = loop.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
        return () -> future.cancel(false);
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }
}

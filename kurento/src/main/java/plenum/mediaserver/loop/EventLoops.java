package plenum.mediaserver.loop;

import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** The event loops of the server: epoll where the kernel has it, NIO elsewhere. */
public final class EventLoops implements AutoCloseable {
    private final MultiThreadIoEventLoopGroup group;
    private final List<NettyEventLoop> loops;

    public EventLoops(int count) {
        IoHandlerFactory io = Epoll.isAvailable() ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
        group = new MultiThreadIoEventLoopGroup(count, new DefaultThreadFactory("media", true), io);
        List<NettyEventLoop> made = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            made.add(new NettyEventLoop((io.netty.channel.EventLoop) group.next()));
        }
        loops = List.copyOf(made);
    }

    public List<NettyEventLoop> all() {
        return loops;
    }

    /** The loop with the fewest inhabitants; the first of those that have equally few. */
    public NettyEventLoop leastInhabited() {
        return loops.stream()
                .min(Comparator.comparingInt(NettyEventLoop::inhabitants))
                .orElseThrow();
    }

    /** Completes when each loop has run a task, fails when one takes none any more; callable from any thread. */
    public CompletionStage<Void> pulse() {
        return pulse(loops);
    }

    /** The same of any loops. */
    public static CompletionStage<Void> pulse(List<? extends EventLoop> loops) {
        try {
            return CompletableFuture.allOf(loops.stream()
                    .map(loop -> CompletableFuture.runAsync(() -> {}, loop::execute))
                    .toArray(CompletableFuture[]::new));
        } catch (RejectedExecutionException e) {
            return CompletableFuture.failedStage(e);
        }
    }

    /** Stops the threads; tasks that are still queued run first. */
    @Override
    public void close() {
        group.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(3, TimeUnit.SECONDS);
    }
}

package plenum.mediaserver.webrtc;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import plenum.mediaserver.loop.EventLoop;

/** Does something where it belongs, and waits for the outcome. */
final class OnLoop {
    private OnLoop() {}

    static <T> T on(EventLoop loop, Callable<T> task) {
        CompletableFuture<T> result = new CompletableFuture<>();
        loop.execute(() -> {
            try {
                result.complete(task.call());
            } catch (Exception e) {
                result.completeExceptionally(e);
            }
        });
        return result.orTimeout(30, TimeUnit.SECONDS).join();
    }
}

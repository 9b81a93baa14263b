package plenum.mediaserver.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The last replies by session and request id, so that a request that a client repeats after a lost connection is executed once. Limited in
 * time and number; the oldest entries are dropped.
 */
final class ReplyCache {
    private final InstantSource clock;
    private final Duration lifetime;
    private final int capacity;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Key, Entry> oldestFirst = new LinkedHashMap<>();

    ReplyCache(InstantSource clock, Duration lifetime, int capacity) {
        this.clock = clock;
        this.lifetime = lifetime;
        this.capacity = capacity;
    }

    /** The reply that this request has had (or will have), or else a fresh one. */
    CompletionStage<RpcResponse> reply(String sessionId, JsonNode id, Supplier<CompletionStage<RpcResponse>> fresh) {
        CompletableFuture<RpcResponse> ours = new CompletableFuture<>();
        CompletableFuture<RpcResponse> known = remember(new Key(sessionId, id), ours);
        if (known != null) {
            return known;
        }
        fresh.get().thenAccept(ours::complete);
        return ours;
    }

    /** Returns what is remembered already, or null. */
    private @Nullable CompletableFuture<RpcResponse> remember(Key key, CompletableFuture<RpcResponse> reply) {
        lock.lock();
        try {
            Instant now = clock.instant();
            forgetOld(now);
            Entry known = oldestFirst.putIfAbsent(key, new Entry(now.plus(lifetime), reply));
            return known == null ? null : known.reply();
        } finally {
            lock.unlock();
        }
    }

    int size() {
        lock.lock();
        try {
            return oldestFirst.size();
        } finally {
            lock.unlock();
        }
    }

    private void forgetOld(Instant now) {
        Iterator<Entry> entries = oldestFirst.values().iterator();
        while (entries.hasNext() && (entries.next().expires().compareTo(now) <= 0 || oldestFirst.size() >= capacity)) {
            entries.remove();
        }
    }

    private record Key(String sessionId, JsonNode id) {}

    private record Entry(Instant expires, CompletableFuture<RpcResponse> reply) {}
}

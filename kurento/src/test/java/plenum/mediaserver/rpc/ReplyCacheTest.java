package plenum.mediaserver.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rpc")
class ReplyCacheTest {
    private Instant now = Instant.EPOCH;
    private int performed;
    private final ReplyCache cache = new ReplyCache(() -> now, Duration.ofSeconds(20), 3);

    @Test
    void repeatsTheReplyForTwentySeconds() {
        assertThat(ask("a", 1)).isEqualTo(1);
        now = now.plusSeconds(19);
        assertThat(ask("a", 1)).isEqualTo(1);
        now = now.plusSeconds(1);
        assertThat(ask("a", 1)).isEqualTo(2);
    }

    @Test
    void keepsSessionsAndIdsApart() {
        assertThat(ask("a", 1)).isEqualTo(1);
        assertThat(ask("b", 1)).isEqualTo(2);
        assertThat(ask("a", 2)).isEqualTo(3);
    }

    @Test
    void forgetsTheOldestWhenItIsFull() {
        for (int id = 1; id <= 10; id++) {
            ask("a", id);
        }
        assertThat(cache.size()).isLessThanOrEqualTo(3);
        assertThat(ask("a", 10)).as("the youngest is kept").isEqualTo(10);
        assertThat(ask("a", 1)).as("the oldest is not").isEqualTo(11);
    }

    @Test
    void makesARepeatedRequestWaitForTheReplyOfTheFirst() {
        CompletableFuture<RpcResponse> pending = new CompletableFuture<>();
        cache.reply("a", IntNode.valueOf(1), () -> pending);
        var repeated = cache.reply("a", IntNode.valueOf(1), () -> {
            throw new AssertionError("performed twice");
        });
        RpcResponse response = RpcResponse.done(IntNode.valueOf(1), TextNode.valueOf("done"));
        pending.complete(response);

        assertThat(repeated.toCompletableFuture()).isCompletedWithValue(response);
    }

    private int ask(String session, int id) {
        RpcResponse response = cache.reply(
                        session,
                        IntNode.valueOf(id),
                        () -> CompletableFuture.completedFuture(
                                RpcResponse.done(IntNode.valueOf(id), IntNode.valueOf(++performed))))
                .toCompletableFuture()
                .join();
        return response.toJson().path("result").intValue();
    }
}

package plenum.mediaserver.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.timeout.IdleStateEvent;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.mediaserver.object.ObjectContext;
import plenum.mediaserver.object.ObjectRegistry;
import plenum.mediaserver.object.Subscriptions;

@Tag("rpc")
class JsonRpcConnectionTest {
    private static final int CLIENTS_PATIENCE_MINUTES = 5;

    /** As Kurento's Java client is between two heartbeats: it answers no pings. */
    @Test
    void isMorePatientThanKurentosClient() {
        SessionRoutes routes = new SessionRoutes();
        ObjectContext context = new ObjectContext(
                new ObjectRegistry(), new Subscriptions(routes, () -> ""), InstantSource.system(), () -> "");
        RpcDispatcher dispatcher = new RpcDispatcher(context, name -> Optional.empty(), routes);
        EmbeddedChannel channel = new EmbeddedChannel();
        channel.pipeline().addLast(new JsonRpcConnection(dispatcher, channel));
        for (int minute = 1; minute <= CLIENTS_PATIENCE_MINUTES; minute++) {
            channel.pipeline().fireUserEventTriggered(IdleStateEvent.READER_IDLE_STATE_EVENT);
            assertThat((Object) channel.readOutbound()).isInstanceOf(PingWebSocketFrame.class);
            assertThat(channel.isOpen()).isTrue();
        }
        for (int minute = 0; minute < CLIENTS_PATIENCE_MINUTES; minute++) {
            channel.pipeline().fireUserEventTriggered(IdleStateEvent.READER_IDLE_STATE_EVENT);
        }
        assertThat(channel.isOpen()).isFalse();
    }
}

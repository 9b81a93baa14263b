package plenum.socket;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.Session;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.conference.FakeTimers;
import plenum.platform.Settings;

/** A socket as the container calls it. */
@Tag("socket")
class SocketEndpointTest {
    private final FakeTimers time = new FakeTimers();
    private final SocketServices services = new SocketServices(new Settings.Sockets(100, 100, 8), time, time);
    private int pings;
    private int closed;

    /** Undertow calls {@code OnClose} within {@code Session.close}, which may be within {@code OnOpen}. */
    @Test
    void whoIsRefusedAtOnceLeavesNothing() {
        Endpoint endpoint = new Endpoint(true);
        endpoint.open(session(endpoint));
        assertThat(closed).isEqualTo(1);
        time.pass(Duration.ofMinutes(1));
        assertThat(pings).isZero();
    }

    @Test
    void whoIsLetInHasAHeartbeatUntilTheEnd() {
        Endpoint endpoint = new Endpoint(false);
        endpoint.open(session(endpoint));
        time.pass(Duration.ofSeconds(20));
        assertThat(pings).isEqualTo(1);
        endpoint.close();
        assertThat(closed).isEqualTo(1);
        time.pass(Duration.ofMinutes(1));
        assertThat(pings).isEqualTo(1);
    }

    private final class Endpoint extends SocketEndpoint {
        private final boolean refuses;

        Endpoint(boolean refuses) {
            this.refuses = refuses;
            this.services = SocketEndpointTest.this.services;
        }

        @Override
        protected SocketConnection<?> begin(
                Handshake handshake, Map<String, String> path, Wire opened, SocketServices shared) {
            return new SocketConnection<>(handshake, opened, new Silence(), shared, connection -> {
                if (refuses) {
                    connection.queue().cut(Wire.CloseReason.DONE);
                } else {
                    connection.admitted();
                }
                return new SocketConnection.Listener<String>() {
                    @Override
                    public void received(String message) {}

                    @Override
                    public void closed() {
                        closed++;
                    }
                };
            });
        }
    }

    /** Nothing can be said. */
    private static final class Silence implements MessageFamily<String> {
        @Override
        public Optional<String> read(String text) {
            return Optional.empty();
        }

        @Override
        public RateLimit.Rate rateOf(Class<?> message) {
            return RateLimit.Rate.perMinute(1, 1);
        }

        @Override
        public String unreadable() {
            return "";
        }

        @Override
        public String tooOften(Optional<String> message) {
            return "";
        }
    }

    private Session session(SocketEndpoint endpoint) {
        Handshake handshake = FakeWire.handshake(services, "192.0.2.1", Map.of());
        RemoteEndpoint.Async remote = (RemoteEndpoint.Async) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {RemoteEndpoint.Async.class}, (proxy, method, given) -> {
                    pings += method.getName().equals("sendPing") ? 1 : 0;
                    return null;
                });
        return (Session) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Session.class}, (proxy, method, given) -> {
                    switch (method.getName()) {
                        case "getUserPrincipal":
                            return handshake;
                        case "getAsyncRemote":
                            return remote;
                        case "getPathParameters":
                            return Map.of();
                        case "isOpen":
                            return false;
                        case "close":
                            endpoint.close();
                            return null;
                        default:
                            return null;
                    }
                });
    }
}

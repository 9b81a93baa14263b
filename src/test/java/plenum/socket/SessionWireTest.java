package plenum.socket;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.conference.FakeTimers;
import plenum.platform.Mailbox;

@Tag("socket")
class SessionWireTest {
    private final List<String> written = new ArrayList<>();
    private final List<Boolean> sent = new ArrayList<>();
    private final SocketThreads threads = new SocketThreads();
    private final FakeTimers time = new FakeTimers();
    private boolean connected = true;
    private long idleTimeout;
    private int ended;

    @Test
    void whoeverSendsWritesWhileNoThreadIsKnown() {
        SessionWire wire = wire();
        wire.servedBy(threads.current());
        wire.send("hello", sent::add);
        assertThat(written).containsExactly("hello");
        assertThat(sent).containsExactly(true);
    }

    @Test
    void whatManySocketsAreSentWakesTheirThreadOnce() throws InterruptedException {
        ServingThread thread = new ServingThread();
        for (int i = 0; i < 3; i++) {
            SessionWire wire = wire();
            wire.servedBy(thread.mailbox());
            wire.send("to " + i, sent::add);
        }
        assertThat(written).isEmpty();
        assertThat(thread.given).hasSize(1);
        thread.given.remove().run();
        assertThat(written).containsExactly("to 0", "to 1", "to 2");
        assertThat(sent).containsExactly(true, true, true);
    }

    @Test
    void writesItselfWhenTheThreadTakesNoMore() throws InterruptedException {
        Mailbox mailbox = new ServingThread().mailbox();
        mailbox.close();
        SessionWire wire = wire();
        wire.servedBy(mailbox);
        wire.send("hello", sent::add);
        assertThat(written).containsExactly("hello");
    }

    @Test
    void aThreadThatTakesNoWorkHasNoMailbox() {
        assertThat(threads.current()).isNull();
    }

    @Test
    void aSocketThatIsGoneIsToldAsNotSent() {
        Session gone = proxy(Session.class, (method, arguments) -> {
            if (method.equals("getId")) {
                return "gone";
            }
            return remote((remoteMethod, given) -> {
                if (remoteMethod.equals("setSendTimeout")) {
                    return null;
                }
                throw new IllegalStateException("closed");
            });
        });
        SessionWire.open(gone).send("hello", sent::add);
        assertThat(sent).containsExactly(false);
    }

    @Test
    void aConnectionThatHasEndedIsForgottenAtOnce() {
        connected = false;
        wire().end(time, () -> ended++);
        assertThat(ended).isEqualTo(1);
    }

    @Test
    void aPeerThatKeepsItsConnectionLosesIt() {
        wire().end(time, () -> ended++);
        time.pass(SessionWire.CLOSED_WITHIN.minusMillis(1));
        assertThat(ended).isZero();
        assertThat(idleTimeout).isZero();
        time.pass(Duration.ofMillis(1));
        assertThat(ended).isEqualTo(1);
        assertThat(idleTimeout).isEqualTo(1);
    }

    /** Its session writes down what it is given. */
    private SessionWire wire() {
        RemoteEndpoint.Async remote = remote((method, arguments) -> {
            if (method.equals("setSendTimeout")) {
                assertThat((Long) arguments[0]).isEqualTo(20_000);
                return null;
            }
            assertThat(method).isEqualTo("sendText");
            written.add((String) arguments[0]);
            ((SendHandler) arguments[1]).onResult(new SendResult());
            return null;
        });
        return SessionWire.open(proxy(Session.class, (method, arguments) -> switch (method) {
            case "isOpen" -> connected;
            case "setMaxIdleTimeout" -> {
                idleTimeout = (Long) arguments[0];
                yield null;
            }
            default -> {
                assertThat(method).isEqualTo("getAsyncRemote");
                yield remote;
            }
        }));
    }

    private static RemoteEndpoint.Async remote(Answer answer) {
        return proxy(RemoteEndpoint.Async.class, answer);
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> answer.to(method.getName(), arguments)));
    }

    private interface Answer {
        Object to(String method, Object[] arguments);
    }

    /** As Undertow's threads: takes work, and does it when told to. */
    private final class ServingThread extends Thread implements Executor {
        private final Queue<Runnable> given = new ArrayDeque<>();
        private Mailbox mailbox;

        @Override
        public void run() {
            mailbox = threads.current();
        }

        @Override
        public void execute(Runnable task) {
            given.add(task);
        }

        Mailbox mailbox() throws InterruptedException {
            if (mailbox == null) {
                start();
                join();
            }
            return mailbox;
        }
    }
}

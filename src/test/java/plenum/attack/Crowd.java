package plenum.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Many hostile connections at once, each on a thread of its own; all of them end with it. */
final class Crowd implements AutoCloseable {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> members = new ArrayList<>();
    private final List<Socket> sockets = new ArrayList<>();

    /** What one of them does with its connection. */
    @FunctionalInterface
    interface Act {
        void on(Socket socket) throws IOException, InterruptedException;
    }

    /** How a connection comes about. */
    @FunctionalInterface
    interface Opening {
        Socket open() throws IOException;
    }

    /** One more, who begins at once; that the server ends the connection is what it has to expect. */
    void add(Opening opening, Act act) {
        members.add(threads.submit(() -> {
            try (Socket socket = opening.open()) {
                synchronized (sockets) {
                    sockets.add(socket);
                }
                act.on(socket);
            } catch (IOException e) {
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
    }

    /** Waits until each has done what it does. */
    void await(long seconds) throws Exception {
        for (Future<?> member : members) {
            member.get(seconds, TimeUnit.SECONDS);
        }
    }

    @Override
    public void close() {
        synchronized (sockets) {
            for (Socket socket : sockets) {
                try {
                    socket.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        threads.shutdownNow();
    }
}

package plenum.push;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** A push service on this machine, without TLS: notes what it is sent, and answers what a test wants. With sockets alone, for it runs in the container, too. */
public final class PushServiceForTests implements AutoCloseable {
    private static final String TAKEN = "201 Created";

    private final ServerSocket listening;
    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private final Queue<String> answers = new ConcurrentLinkedQueue<>();

    /** @param headers by names in small letters */
    public record Sent(String path, Map<String, String> headers, byte[] body) {}

    /** @param port 0: any that is free */
    public PushServiceForTests(int port) {
        try {
            listening = new ServerSocket(port, 50, InetAddress.ofLiteral("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::serve);
    }

    public String origin() {
        return "http://127.0.0.1:" + listening.getLocalPort();
    }

    /** Status lines without the version, and headers behind them, for the next requests; afterwards everything is taken. */
    public void answerNext(String... heads) {
        answers.addAll(List.of(heads));
    }

    public List<Sent> sent() {
        return sent;
    }

    /** What was sent to a path. */
    public List<Sent> sentTo(String path) {
        return sent.stream().filter(one -> one.path().equals(path)).toList();
    }

    private void serve() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                Thread.ofVirtual().start(() -> answer(socket));
            } catch (IOException e) {
                return; // it was closed
            }
        }
    }

    private void answer(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            String path = line(in).split(" ")[1];
            Map<String, String> headers = new TreeMap<>();
            for (String line = line(in); !line.isEmpty(); line = line(in)) {
                String[] parts = line.split(":", 2);
                headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1].strip());
            }
            byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
            sent.add(new Sent(path, headers, body));
            String next = answers.poll();
            String head = "HTTP/1.1 " + (next == null ? TAKEN : next)
                    + "\r\nContent-Length: 4\r\nConnection: close\r\n\r\nwhat";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
        } catch (IOException e) {
            sent.add(new Sent("broken off: " + e, Map.of(), new byte[0]));
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int letter = in.read(); letter >= 0 && letter != '\n'; letter = in.read()) {
            line.append((char) letter);
        }
        return line.toString().strip();
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

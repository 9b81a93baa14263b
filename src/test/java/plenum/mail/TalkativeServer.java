package plenum.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * As much of an SMTP server as it takes to offer STARTTLS, which GreenMail does not, and to answer with any reply: each command is answered
 * from {@code replies} by its first four letters, else well.
 */
final class TalkativeServer implements AutoCloseable {
    private final ServerSocket listener;
    private final Thread accepting;
    private final SSLContext tls;
    private final boolean offersTls;
    private final Map<String, String> replies;
    private final List<String> heard = new CopyOnWriteArrayList<>();

    TalkativeServer(SSLContext tls, boolean offersTls, Map<String, String> replies) throws IOException {
        this(0, tls, offersTls, replies);
    }

    TalkativeServer(int port, SSLContext tls, boolean offersTls, Map<String, String> replies) throws IOException {
        this.listener = new ServerSocket(port, 5, InetAddress.getLoopbackAddress());
        this.tls = tls;
        this.offersTls = offersTls;
        this.replies = replies;
        this.accepting = Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** All lines of all clients; those that came through TLS begin with {@code tls }. */
    List<String> heard() {
        return heard;
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                if (!listener.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void serve(Socket plain) {
        try (plain) {
            say(plain, "220 ready");
            if (!talk(plain, "")) {
                return;
            }
            SSLSocket secret = (SSLSocket) tls.getSocketFactory().createSocket(plain, null, plain.getPort(), false);
            secret.setUseClientMode(false);
            talk(secret, "tls ");
        } catch (IOException e) {
            heard.add("lost");
        }
    }

    /** Whether it goes on with TLS. */
    private boolean talk(Socket socket, String mark) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        boolean data = false;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            heard.add(mark + line);
            if (data) {
                data = !line.equals(".");
                if (!data) {
                    say(socket, replies.getOrDefault(".", "250 taken"));
                }
                continue;
            }
            String command = line.substring(0, Math.min(4, line.length()));
            if (command.equals("STAR")) {
                say(socket, "220 go ahead");
                return true;
            }
            String standard =
                    switch (command) {
                        case "EHLO" ->
                            offersTls && mark.isEmpty() ? "250-here\r\n250 STARTTLS" : "250-here\r\n250 AUTH PLAIN";
                        case "DATA" -> "354 go on";
                        case "AUTH" -> "235 welcome";
                        default -> "250 fine";
                    };
            String reply = replies.getOrDefault(command, standard);
            data = command.equals("DATA") && reply.startsWith("354");
            say(socket, reply);
        }
        return false;
    }

    private static void say(Socket socket, String reply) throws IOException {
        Writer out = new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8);
        out.write(reply + "\r\n");
        out.flush();
    }

    /** The port is free again afterwards: a socket that somebody accepts from is closed when they have noticed. */
    @Override
    public void close() throws IOException {
        listener.close();
        try {
            accepting.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package plenum.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import plenum.it.Tab;

/** Somebody at an address of their own of this machine (127.x.y.z), who sends what they like. */
public final class Stranger implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final URI site;
    private final InetAddress address;
    private final HttpClient http;

    public Stranger(URI site, String address) {
        this.site = site;
        try {
            this.address = InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
        this.http = HttpClient.newBuilder()
                .localAddress(this.address)
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build();
    }

    public URI site() {
        return site;
    }

    InetAddress address() {
        return address;
    }

    /** Scheme, host and port, as browsers say it. */
    public String origin() {
        return site.getScheme() + "://" + site.getAuthority();
    }

    public HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = request(path).GET();
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    public HttpResponse<String> post(String path, Map<String, String> form, String... headers) {
        String body = form.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(site.resolve(path)).timeout(PATIENCE);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A tab as one of our own pages opens it. */
    public Tab tab(Place place) {
        return tab(place, null);
    }

    /** A tab of the browser that made the meeting. */
    public Tab creatorsTab(Place place) {
        return tab(place, place.creatorCookie());
    }

    private Tab tab(Place place, String cookie) {
        return Tab.openAt(http, site, "/ws/meetings/" + place.letters(), cookie, origin());
    }

    /** A bare connection, by which anything can be sent. */
    Socket connect() throws IOException {
        Socket socket = new Socket();
        socket.bind(new InetSocketAddress(address, 0));
        socket.connect(new InetSocketAddress(site.getHost(), site.getPort()), (int) PATIENCE.toMillis());
        return socket;
    }

    /** A bare connection on which the handshake of a WebSocket is done; {@code letters} need not be of a meeting. */
    Socket upgrade(String letters) throws IOException {
        Socket socket = connect();
        write(
                socket,
                "GET /ws/meetings/" + letters + " HTTP/1.1\r\nHost: " + site.getAuthority() + "\r\nOrigin: " + origin()
                        + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
        String status = head(socket).lines().findFirst().orElse("");
        if (!status.contains(" 101 ")) {
            socket.close();
            throw new IOException("no upgrade: " + status);
        }
        return socket;
    }

    static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Reads the head of an answer, up to its empty line; what there is of it when the connection ends. */
    static String head(Socket socket) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                break;
            }
            head.append((char) next);
        }
        return head.toString();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}

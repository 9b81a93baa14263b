package plenum.storage;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import plenum.platform.AddressRange;
import plenum.storage.StorageException.Reason;

/**
 * The HTTP client for storages on other servers. People choose their addresses, so no request goes to this machine or its own network
 * unless the operator allows it, none goes by plain HTTP to a public address, and no redirect is followed (server-side request forgery).
 */
public final class OutsideServers {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofMinutes(10);

    private final HttpClient client;
    private final List<AddressRange> allowed;

    /** @param allowed networks of the operator's own that may be talked to, by HTTP as well */
    public OutsideServers(List<AddressRange> allowed) {
        this.allowed = List.copyOf(allowed);
        this.client = HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    /** A request whose answer is read by whoever asked. */
    HttpResponse<InputStream> send(HttpRequest.Builder request, URI address) {
        check(address);
        try {
            return client.send(request.uri(address).timeout(ANSWER).build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageException(Reason.UNREACHABLE, "interrupted while a server was asked", e);
        } catch (IOException e) {
            throw new StorageException(Reason.UNREACHABLE, "the server does not answer", e);
        }
    }

    /**
     * What a server answers to GET, whole and soon; empty when it does not, or has more.
     *
     * @param most bytes
     * @param patience for all of it
     */
    public Optional<byte[]> read(URI address, int most, Duration patience) {
        try {
            check(address);
        } catch (StorageException e) {
            return Optional.empty();
        }
        CompletableFuture<HttpResponse<byte[]>> asked = client.sendAsync(
                HttpRequest.newBuilder(address).timeout(patience).GET().build(),
                HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), most));
        try {
            HttpResponse<byte[]> answer = asked.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return answer.statusCode() == 200 ? Optional.of(answer.body()) : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException | TimeoutException e) {
            return Optional.empty();
        } finally {
            asked.cancel(true);
        }
    }

    /** Looked at before each request: a name may have got another address. The JDK asks for a name once in thirty seconds. */
    private void check(URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        if (address.getHost() == null || !(scheme.equals("https") || scheme.equals("http"))) {
            throw new StorageException(Reason.FORBIDDEN_ADDRESS, "not an address of a web server");
        }
        try {
            for (InetAddress ip : InetAddress.getAllByName(address.getHost())) {
                boolean own = allowed.stream().anyMatch(range -> range.contains(ip));
                if (!own && (isInside(ip) || scheme.equals("http"))) {
                    throw new StorageException(Reason.FORBIDDEN_ADDRESS, "an address that this server may not talk to");
                }
            }
        } catch (UnknownHostException e) {
            throw new StorageException(Reason.UNREACHABLE, "no such server", e);
        }
    }

    /** Of this machine or a private network (RFC 1918, 4193, 6598), or of no single machine. */
    static boolean isInside(InetAddress ip) {
        byte[] bytes = ip.getAddress();
        boolean uniqueLocal = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
        boolean translated = bytes.length == 16 && bytes[0] == 0 && bytes[1] == 0x64 && (bytes[2] & 0xff) == 0xff;
        boolean shared = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xc0) == 64;
        boolean nowhere = bytes.length == 4 && (bytes[0] == 0 || (bytes[0] & 0xf0) == 0xf0);
        return ip.isLoopbackAddress()
                || ip.isSiteLocalAddress()
                || ip.isLinkLocalAddress()
                || ip.isAnyLocalAddress()
                || ip.isMulticastAddress()
                || uniqueLocal
                || translated
                || shared
                || nowhere;
    }

    /** Exactly so many bytes as a request's body. */
    static HttpRequest.BodyPublisher body(InputStream bytes, long size) {
        return size == 0
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.fromPublisher(HttpRequest.BodyPublishers.ofInputStream(() -> bytes), size);
    }

    /** Reads away what an answer says, so that its connection can be used again. */
    static int status(HttpResponse<InputStream> answer) {
        try (InputStream body = answer.body()) {
            body.skip(Integer.MAX_VALUE);
        } catch (IOException e) {
            throw new StorageException(Reason.UNREACHABLE, "the server's answer broke off", e);
        }
        return answer.statusCode();
    }

    /** The failure that an HTTP status means. */
    static StorageException refused(int status) {
        return switch (status) {
            case 401, 403 -> new StorageException(Reason.DENIED, "the server refuses this name and password");
            case 404, 409, 410 -> new StorageException(Reason.NOT_FOUND, "the server has no such place");
            case 507, 413 -> new StorageException(Reason.FULL, "the server has no room left");
            default -> new StorageException(Reason.FAILED, "the server answers " + status);
        };
    }
}

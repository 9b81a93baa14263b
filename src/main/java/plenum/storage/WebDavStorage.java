package plenum.storage;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.storage.StorageException.Reason;

/**
 * Objects in a folder of a WebDAV server (RFC 4918), such as Nextcloud, with a person's own credentials. An object is uploaded as {@code
 * ….part} and moved to its name when it is complete, so that a reader of the folder sees whole files only.
 */
public final class WebDavStorage implements Storage {
    private static final Logger log = LoggerFactory.getLogger(WebDavStorage.class);
    private static final String PART = ".part";
    private static final String ASK_LENGTH =
            "<?xml version=\"1.0\"?><propfind xmlns=\"DAV:\"><prop><getcontentlength/></prop></propfind>";
    private static final Pattern LENGTH = Pattern.compile("getcontentlength[^<>]*>\\s*(\\d{1,18})\\s*<");
    private static final int LONGEST_ANSWER = 65_536;

    private final OutsideServers servers;
    private final URI folder;
    private final String authorization;
    private volatile boolean folderIsThere;

    /** @param folder with a slash at the end; made when it is not there, if the one above it is */
    public WebDavStorage(OutsideServers servers, URI folder, String user, String password) {
        this.servers = servers;
        this.folder = folder.toString().endsWith("/") ? folder : URI.create(folder + "/");
        this.authorization =
                "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** Segments of a path, each percent-encoded. */
    public static String path(String folder) {
        return Arrays.stream(folder.split("/", -1))
                .map(segment ->
                        URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/"));
    }

    @Override
    public Stored put(ObjectKey key, InputStream bytes, long size) {
        URI part = folder.resolve(
                key.fileName() + "." + UUID.randomUUID().toString().substring(0, 8) + PART);
        CheckedInput checked = new CheckedInput(bytes, size);
        boolean moved = false;
        try {
            makeFolder();
            int status = send("PUT", part, OutsideServers.body(checked, size));
            if (!isSuccess(status)) {
                throw OutsideServers.refused(status);
            }
            Stored stored = checked.stored();
            int answer = OutsideServers.status(servers.send(
                    request()
                            .header(
                                    "Destination",
                                    folder.resolve(key.fileName()).toString())
                            .header("Overwrite", "F")
                            .method("MOVE", HttpRequest.BodyPublishers.noBody()),
                    part));
            if (!isSuccess(answer)) {
                throw OutsideServers.refused(answer);
            }
            moved = true;
            return stored;
        } catch (StorageException e) {
            // somebody may have renamed the folder: the next try makes it anew
            folderIsThere &= e.reason() != Reason.NOT_FOUND;
            checked.checkSize(); // the client says that the request failed, and not why
            throw e;
        } finally {
            if (!moved) {
                forget(part);
            }
        }
    }

    private void makeFolder() {
        if (folderIsThere) {
            return;
        }
        int status = send("MKCOL", folder, HttpRequest.BodyPublishers.noBody());
        if (!isSuccess(status) && status != 405) { // 405: it is there (RFC 4918 section 9.3.1)
            throw OutsideServers.refused(status);
        }
        folderIsThere = true;
    }

    /** A part that is left behind costs room, and is no reason to hide why it was left. */
    private void forget(URI part) {
        try {
            send("DELETE", part, HttpRequest.BodyPublishers.noBody());
        } catch (StorageException e) {
            log.debug("a part was left behind", e);
        }
    }

    @Override
    public InputStream read(ObjectKey key, long from, long length) {
        if (length <= 0) {
            return InputStream.nullInputStream();
        }
        long last = length > Long.MAX_VALUE - from ? Long.MAX_VALUE : from + length - 1;
        HttpResponse<InputStream> answer = servers.send(
                request().header("Range", Ranges.header(from, last)).GET(), folder.resolve(key.fileName()));
        return Ranges.body(answer, from, length);
    }

    /** Asks for the property (RFC 4918 section 15.4): the answer to a HEAD need not say it. */
    @Override
    public OptionalLong size(ObjectKey key) {
        HttpResponse<InputStream> answer = servers.send(
                request()
                        .header("Depth", "0")
                        .header("Content-Type", "application/xml")
                        .method("PROPFIND", HttpRequest.BodyPublishers.ofString(ASK_LENGTH)),
                folder.resolve(key.fileName()));
        try (InputStream body = answer.body()) {
            String text = new String(body.readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8);
            if (answer.statusCode() == 404) {
                return OptionalLong.empty();
            }
            if (!isSuccess(answer.statusCode())) {
                throw OutsideServers.refused(answer.statusCode());
            }
            Matcher length = LENGTH.matcher(text);
            return length.find() ? OptionalLong.of(Long.parseLong(length.group(1))) : OptionalLong.empty();
        } catch (IOException e) {
            throw new StorageException(Reason.UNREACHABLE, "the server's answer broke off", e);
        }
    }

    @Override
    public void delete(ObjectKey key) {
        int status = send("DELETE", folder.resolve(key.fileName()), HttpRequest.BodyPublishers.noBody());
        if (!isSuccess(status) && status != 404) {
            throw OutsideServers.refused(status);
        }
    }

    @Override
    public void test() {
        TestObject.tryOut(this);
    }

    private int send(String method, URI address, HttpRequest.BodyPublisher body) {
        return OutsideServers.status(servers.send(request().method(method, body), address));
    }

    private HttpRequest.Builder request() {
        return HttpRequest.newBuilder().header("Authorization", authorization);
    }

    private static boolean isSuccess(int status) {
        return status >= 200 && status < 300;
    }

    /** Counts and sums what is sent. */
    private static final class CheckedInput extends InputStream {
        private final InputStream bytes;
        private final long size;
        private final MessageDigest digest = Sha256.start();
        private long count;
        private boolean longer;
        private boolean shorter;

        CheckedInput(InputStream bytes, long size) {
            this.bytes = bytes;
            this.size = size;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (count == size && length > 0) {
                longer |= bytes.read() >= 0;
                return -1;
            }
            int read = bytes.read(into, offset, (int) Math.min(length, size - count));
            if (read > 0) {
                digest.update(into, offset, read);
                count += read;
            }
            shorter |= read < 0;
            return read;
        }

        void checkSize() {
            if (longer || shorter) {
                throw new StorageException(Reason.WRONG_SIZE, "not as many bytes came as were announced");
            }
        }

        Stored stored() {
            checkSize();
            return new Stored(size, HexFormat.of().formatHex(digest.digest()));
        }
    }
}

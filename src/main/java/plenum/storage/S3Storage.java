package plenum.storage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plenum.storage.StorageException.Reason;

/**
 * Objects in a bucket of an S3 store, addressed by path. Objects of more than 8 MiB are uploaded in parts and exist when the parts are
 * joined; a process that dies leaves parts, which the store's lifecycle rule for incomplete uploads removes.
 */
public final class S3Storage implements Storage {
    static final int PART_BYTES = 8 << 20;

    /** A store takes at most 10,000. */
    private static final int MOST_PARTS = 10_000;

    private static final Pattern UPLOAD_ID = Pattern.compile("<UploadId>([^<]+)</UploadId>");
    private static final int LONGEST_ANSWER = 65_536;
    private static final String NO_BODY = Sha256.hex(new byte[0]);

    private final OutsideServers servers;
    private final Place place;
    private final AwsSignature signature;
    private final InstantSource clock;

    /**
     * Where it is.
     *
     * @param endpoint such as {@code https://s3.example.org}
     * @param prefix of all keys; empty, or with a slash at the end
     * @param checksums whether the store is told SHA-256 checksums to compare; older ones refuse them
     */
    public record Place(URI endpoint, String region, String bucket, String prefix, boolean checksums) {}

    public S3Storage(OutsideServers servers, Place place, String accessKey, String secretKey, InstantSource clock) {
        this.servers = servers;
        this.place = place;
        this.signature = new AwsSignature(accessKey, secretKey, place.region());
        this.clock = clock;
    }

    @Override
    public Stored put(ObjectKey key, InputStream bytes, long size) {
        if (size > (long) MOST_PARTS * PART_BYTES) {
            throw new StorageException(Reason.FULL, "larger than an S3 store takes in parts of ours");
        }
        var digest = Sha256.start();
        try {
            if (size <= PART_BYTES) {
                byte[] whole = part(bytes, size);
                end(bytes);
                digest.update(whole);
                expectSuccess(send("PUT", key, "", whole, withChecksum(whole)));
            } else {
                putInParts(key, bytes, size, digest);
            }
        } catch (IOException e) {
            throw new StorageException(Reason.FAILED, "what was to be stored could not be read", e);
        }
        return new Stored(size, HexFormat.of().formatHex(digest.digest()));
    }

    private void putInParts(ObjectKey key, InputStream bytes, long size, MessageDigest digest) throws IOException {
        Map<String, String> headers = place.checksums() ? Map.of("x-amz-checksum-algorithm", "SHA256") : Map.of();
        String upload = uploadId(text(send("POST", key, "uploads", new byte[0], headers)));
        boolean whole = false;
        try {
            List<String> parts = new ArrayList<>();
            for (long left = size; left > 0; left -= PART_BYTES) {
                byte[] part = part(bytes, Math.min(PART_BYTES, left));
                digest.update(part);
                parts.add(sendPart(key, upload, parts.size() + 1, part));
            }
            end(bytes);
            String list = "<CompleteMultipartUpload>" + String.join("", parts) + "</CompleteMultipartUpload>";
            String answer =
                    text(send("POST", key, "uploadId=" + upload, list.getBytes(StandardCharsets.UTF_8), Map.of()));
            if (answer.contains("<Error>")) { // it may come after a 200
                throw new StorageException(Reason.FAILED, "the store could not put the parts together");
            }
            whole = true;
        } finally {
            if (!whole) {
                OutsideServers.status(send("DELETE", key, "uploadId=" + upload, new byte[0], Map.of()));
            }
        }
    }

    private String sendPart(ObjectKey key, String upload, int number, byte[] part) {
        HttpResponse<InputStream> answer = expectSuccess(
                send("PUT", key, "partNumber=" + number + "&uploadId=" + upload, part, withChecksum(part)));
        String tag = answer.headers()
                .firstValue("ETag")
                .orElseThrow(() -> new StorageException(Reason.FAILED, "the store names no ETag of a part"));
        String checksum = place.checksums() ? "<ChecksumSHA256>" + base64Sha256(part) + "</ChecksumSHA256>" : "";
        return "<Part>" + checksum + "<ETag>" + tag.replace("\"", "&quot;") + "</ETag><PartNumber>" + number
                + "</PartNumber></Part>";
    }

    @Override
    public InputStream read(ObjectKey key, long from, long length) {
        if (length <= 0) {
            return InputStream.nullInputStream();
        }
        long last = length > Long.MAX_VALUE - from ? Long.MAX_VALUE : from + length - 1;
        return Ranges.body(send("GET", key, "", new byte[0], Map.of("range", Ranges.header(from, last))), from, length);
    }

    @Override
    public OptionalLong size(ObjectKey key) {
        HttpResponse<InputStream> answer = send("HEAD", key, "", new byte[0], Map.of());
        if (answer.statusCode() == 404) {
            return OptionalLong.empty();
        }
        return expectSuccess(answer).headers().firstValueAsLong("Content-Length");
    }

    @Override
    public void delete(ObjectKey key) {
        HttpResponse<InputStream> answer = send("DELETE", key, "", new byte[0], Map.of());
        if (answer.statusCode() != 404) {
            expectSuccess(answer);
        }
    }

    @Override
    public void test() {
        TestObject.tryOut(this);
    }

    private HttpResponse<InputStream> send(
            String method, ObjectKey key, String query, byte[] body, Map<String, String> headers) {
        String path = "/" + place.bucket() + "/" + place.prefix() + key.fileName();
        URI address = place.endpoint().resolve(path + (query.isEmpty() ? "" : "?" + query));
        String hash = body.length == 0 ? NO_BODY : Sha256.hex(body);
        HttpRequest.Builder request = HttpRequest.newBuilder()
                .method(method, OutsideServers.body(new ByteArrayInputStream(body), body.length));
        signature.headers(method, address, headers, hash, clock.instant()).forEach(request::header);
        return servers.send(request, address);
    }

    private Map<String, String> withChecksum(byte[] body) {
        Map<String, String> headers = new TreeMap<>();
        if (place.checksums()) {
            headers.put("x-amz-checksum-sha256", base64Sha256(body));
        }
        return headers;
    }

    private static HttpResponse<InputStream> expectSuccess(HttpResponse<InputStream> answer) {
        int status = OutsideServers.status(answer);
        if (status / 100 != 2) {
            throw OutsideServers.refused(status);
        }
        return answer;
    }

    private static byte[] part(InputStream bytes, long length) throws IOException {
        byte[] part = bytes.readNBytes((int) length);
        if (part.length < length) {
            throw new StorageException(Reason.WRONG_SIZE, "fewer bytes came than were announced");
        }
        return part;
    }

    private static void end(InputStream bytes) throws IOException {
        if (bytes.read() >= 0) {
            throw new StorageException(Reason.WRONG_SIZE, "more bytes came than were announced");
        }
    }

    private static String text(HttpResponse<InputStream> answer) throws IOException {
        try (InputStream body = answer.body()) {
            String text = new String(body.readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8);
            if (answer.statusCode() / 100 != 2) {
                throw OutsideServers.refused(answer.statusCode());
            }
            return text;
        }
    }

    private static String uploadId(String answer) {
        Matcher id = UPLOAD_ID.matcher(answer);
        if (!id.find()) {
            throw new StorageException(Reason.FAILED, "the store began no upload");
        }
        return URLEncoder.encode(id.group(1), StandardCharsets.UTF_8);
    }

    private static String base64Sha256(byte[] bytes) {
        return Base64.getEncoder().encodeToString(Sha256.start().digest(bytes));
    }
}

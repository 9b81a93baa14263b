package plenum.drive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import plenum.it.Deployments;
import plenum.it.SqlForTests;
import plenum.platform.SecretToken;

/** Somebody who uses drives by HTTP, signed in or not. */
final class DriveClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String cookie;

    private DriveClient(String cookie) {
        this.cookie = cookie;
    }

    static DriveClient nobody() {
        return new DriveClient("");
    }

    static DriveClient withForgedSession() {
        return new DriveClient("plenum-session=" + "x".repeat(43));
    }

    /** An account with a session of its own. */
    static DriveClient signedIn(String email, String role) {
        String token = HexFormat.of().formatHex(SecretToken.hash(email)).substring(0, 43);
        SqlForTests.execute("""
            with a as (insert into account (id, email, name, role, state, language, zone, muted, camera_off, created_at)
                values (gen_random_uuid(), '%1$s', 'Somebody', '%2$s', 'ACTIVE', 'de', 'Europe/Berlin', false, false, now())
                on conflict (email) do update set role = excluded.role returning id)
            insert into account_session (id, token_hash, account_id, device, created_at, seen_at, confirmed_at)
            select gen_random_uuid(), decode('%3$s', 'hex'), id, 'test', now(), now(), now() from a on conflict do nothing\
            """.formatted(email, role, HexFormat.of().formatHex(SecretToken.hash(token))));
        return new DriveClient("plenum-session=" + token);
    }

    /** {@code ada@drive.example} with an empty drive of her own; whoever was there before, is there no more. */
    static DriveClient adaAlone() {
        SqlForTests.execute("delete from account where email like '%@drive.example'");
        DriveClient ada = signedIn("ada@drive.example", "USER");
        assertThat(ada.get("/drive").statusCode()).isEqualTo(200);
        return ada;
    }

    HttpResponse<byte[]> send(String method, String path, byte[] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(Deployments.site() + path))
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        for (int at = 0; at < headers.length; at += 2) {
            request.header(headers[at], headers[at + 1]);
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<byte[]> get(String path, String... headers) {
        return send("GET", path, new byte[0], headers);
    }

    HttpResponse<byte[]> begin(String drive, String folder, String path, long size) {
        try {
            byte[] wish = JSON.writeValueAsBytes(Map.of("drive", drive, "folder", folder, "path", path, "size", size));
            return send("POST", "/uploads", wish, "Content-Type", "application/json");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    HttpResponse<byte[]> piece(String upload, long offset, byte[] bytes) {
        return send("PATCH", "/uploads/" + upload, bytes, "Upload-Offset", Long.toString(offset));
    }

    /** Until it is a file, whose id is returned. */
    UUID upload(String drive, String folder, String path, byte[] bytes) {
        String upload = json(begin(drive, folder, path, bytes.length)).get("id").asText();
        HttpResponse<byte[]> answer = piece(upload, 0, Arrays.copyOf(bytes, Math.min(bytes.length, 1 << 20)));
        for (int at = 1 << 20; at < bytes.length; at += 1 << 20) {
            answer = piece(upload, at, Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + (1 << 20))));
        }
        return UUID.fromString(json(answer).get("item").asText());
    }

    static JsonNode json(HttpResponse<byte[]> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException(
                    answer.statusCode() + " " + new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8), e);
        }
    }

    /** Somebody's own drive. */
    static String drive(String email) {
        return SqlForTests.ask(
                "select d.id from drive d join account a on a.id = d.account_id where d.target_id is null and a.email = '"
                        + email + "'");
    }

    static UUID account(String email) {
        return UUID.fromString(SqlForTests.ask("select id from account where email = '" + email + "'"));
    }
}

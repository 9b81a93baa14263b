package plenum.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static plenum.drive.DriveAddresses.address;
import static plenum.drive.DriveAddresses.awaitDescribed;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plenum.drive.FileTickets.Use;
import plenum.it.Deployments;
import plenum.it.SqlForTests;

/** Files by HTTP: how they come in and go out. */
@Tag("drive")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class DriveAccessIT {
    private static final byte[] NOTHING = {};
    private static final byte[] TEXT = "Guten Tag\n".repeat(1000).getBytes(StandardCharsets.UTF_8);

    private DriveClient ada;
    private String drive;

    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.application();
    }

    @BeforeEach
    void signIn() {
        SqlForTests.execute("delete from account_group where name = 'Vorstand der Ablage'");
        ada = DriveClient.adaAlone();
        drive = DriveClient.drive("ada@drive.example");
    }

    @Test
    void anUploadGoesOnWhereItBrokeOff() {
        byte[] bytes = new byte[500_000];
        new Random(1).nextBytes(bytes);
        String upload = DriveClient.json(ada.begin(drive, "", "Ordner/innen/a.bin", bytes.length))
                .get("id")
                .asText();
        assertThat(offset(ada.piece(upload, 0, Arrays.copyOf(bytes, 200_000)))).isEqualTo(200_000);
        HttpResponse<byte[]> wrong = ada.piece(upload, 100_000, Arrays.copyOf(bytes, 10));
        assertThat(wrong.statusCode()).isEqualTo(409);
        assertThat(offset(wrong)).isEqualTo(200_000);
        assertThat(offset(ada.send("HEAD", "/uploads/" + upload, NOTHING))).isEqualTo(200_000);
        assertThat(new String(ada.get("/uploads").body(), StandardCharsets.UTF_8))
                .contains(upload, "a.bin");
        HttpResponse<byte[]> last = ada.piece(upload, 200_000, Arrays.copyOfRange(bytes, 200_000, bytes.length));
        assertThat(last.headers().firstValue("Upload-Complete")).contains("?1");
        UUID item = UUID.fromString(DriveClient.json(last).get("item").asText());
        assertThat(ada.get(address(item, Use.DOWNLOAD)).body()).isEqualTo(bytes);
        assertThat(SqlForTests.ask("select count(*) from drive_item where folder and name in ('Ordner', 'innen')"))
                .isEqualTo("2");
        assertThat(SqlForTests.ask("select used from drive where id = '" + drive + "'"))
                .isEqualTo("500000");
    }

    @Test
    void whatDoesNotFitIsNotBegun() {
        SqlForTests.execute("update drive set quota = 1000 where id = '" + drive + "'");
        assertThat(ada.begin(drive, "", "a", 1001).statusCode()).isEqualTo(507);
        assertThat(ada.begin(drive, "", "a", 600).statusCode()).isEqualTo(201);
        assertThat(ada.begin(drive, "", "b", 600).statusCode())
                .as("room is reserved")
                .isEqualTo(507);
        assertThat(ada.begin(drive, "", "..", 1).statusCode()).isEqualTo(400);
        assertThat(ada.begin(drive, "", "a", -1).statusCode()).isEqualTo(507);
    }

    @Test
    void rangesAndTagsAreHeeded() {
        UUID item = ada.upload(drive, "", "a.txt", TEXT);
        String address = address(item, Use.DOWNLOAD);
        HttpResponse<byte[]> whole = ada.get(address);
        String tag = whole.headers().firstValue("ETag").orElseThrow();
        assertThat(whole.body()).isEqualTo(TEXT);
        HttpResponse<byte[]> part = ada.get(address, "Range", "bytes=10-19");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.headers().firstValue("Content-Range")).contains("bytes 10-19/" + TEXT.length);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(TEXT, 10, 20));
        assertThat(ada.get(address, "Range", "bytes=10-19", "If-Range", "\"other\"")
                        .statusCode())
                .isEqualTo(200);
        assertThat(ada.get(address, "Range", "bytes=99999-").statusCode()).isEqualTo(416);
        assertThat(ada.get(address, "If-None-Match", tag).statusCode()).isEqualTo(304);
        HttpResponse<byte[]> head = ada.send("HEAD", address, NOTHING);
        assertThat(head.headers().firstValueAsLong("Content-Length")).hasValue(TEXT.length);
    }

    @Test
    void nothingOfAHostileFileRuns() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("a.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>");
        files.put("a.html", "<!DOCTYPE html><script>alert(1)</script>");
        files.put("a.png", "<html><script>alert(1)</script>");
        files.put("a.gif", "GIF89a/*<script>alert(1)</script>*/=1;");
        files.put("a.js", "alert(1)");
        files.put("a.xhtml", "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'/>");
        files.put("\u202efdp.exe", "MZ");
        files.put("../../../etc/pass\0wd", "x");
        files.put("x".repeat(300) + ".txt", "x");
        for (Map.Entry<String, String> file : files.entrySet()) {
            UUID item = ada.upload(drive, "", file.getKey(), file.getValue().getBytes(StandardCharsets.UTF_8));
            awaitDescribed(item);
            HttpResponse<byte[]> answer = ada.get(address(item, Use.INLINE));
            assertThat(answer.statusCode()).as(file.getKey()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                    .as(file.getKey())
                    .isIn("text/plain;charset=utf-8", "application/octet-stream", "image/gif");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.headers().allValues("Content-Security-Policy"))
                    .singleElement()
                    .asString()
                    .contains("sandbox")
                    .contains("default-src 'none'")
                    .doesNotContain("allow-scripts");
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
            assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                    .doesNotContain("/", "\\", "\0", "\u202e");
        }
        assertThat(SqlForTests.ask("select count(*) from drive_item where name like '%/%' or name like '%\u202e%'"))
                .isEqualTo("0");
    }

    private static long offset(HttpResponse<byte[]> answer) {
        return answer.headers().firstValueAsLong("Upload-Offset").orElseThrow();
    }
}

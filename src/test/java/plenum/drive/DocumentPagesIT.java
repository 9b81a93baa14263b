package plenum.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static plenum.drive.DriveAddresses.address;
import static plenum.drive.DriveAddresses.awaitDescribed;
import static plenum.drive.DriveAddresses.hash;
import static plenum.drive.DriveAddresses.link;
import static plenum.drive.DriveAddresses.shareTicket;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import javax.imageio.ImageIO;
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

/** A PDF is shown as pictures of its pages, and the file itself is only downloaded. */
@Tag("drive")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class DocumentPagesIT {
    private DriveClient ada;
    private String drive;

    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.application();
    }

    @BeforeEach
    void signIn() {
        ada = DriveClient.adaAlone();
        drive = DriveClient.drive("ada@drive.example");
    }

    @Test
    void eachPageIsAPictureAndNothingElseIs() throws IOException {
        byte[] pdf = Pdf.saying("Die Häuser", "am See");
        UUID item = ada.upload(drive, "", "blatt.pdf", pdf);
        awaitDescribed(item);
        String shown = address(item, Use.INLINE);
        for (int number = 1; number <= 2; number++) {
            HttpResponse<byte[]> page = ada.get(shown + "?page=" + number);
            assertThat(page.headers().firstValue("Content-Type")).contains("image/jpeg");
            assertThat(ImageIO.read(new ByteArrayInputStream(page.body())).getHeight())
                    .isEqualTo(1600);
        }
        assertThat(ada.get(shown + "?page=1").body())
                .isNotEqualTo(ada.get(shown + "?page=2").body());
        HttpResponse<byte[]> small = ada.get(address(item, Use.PREVIEW));
        assertThat(small.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(ImageIO.read(new ByteArrayInputStream(small.body())).getHeight())
                .isEqualTo(360);
        assertThat(ada.get(shown + "?page=3").statusCode()).isEqualTo(404);
        HttpResponse<byte[]> whole = ada.get(shown);
        assertThat(whole.body()).isEqualTo(pdf);
        assertThat(whole.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment");
        assertThat(whole.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("sandbox");
    }

    @Test
    void aLinkWithoutDownloadShowsThePagesAndNotTheFile() throws IOException {
        UUID item = ada.upload(drive, "", "blatt.pdf", Pdf.saying("nur ansehen"));
        awaitDescribed(item);
        String link = link(item.toString(), "null", "null");
        SqlForTests.execute("update drive_share set may_download = false where token_hash is not null");
        UUID share = UUID.fromString(
                SqlForTests.ask("select id from drive_share where token_hash = decode('" + hash(link) + "', 'hex')"));
        DriveClient guest = DriveClient.nobody();
        String shown = "/files/" + shareTicket(item, Use.INLINE, share);
        assertThat(guest.get(shown + "/blatt.pdf?page=1").statusCode()).isEqualTo(200);
        assertThat(guest.get(shown + "/blatt.pdf").statusCode()).isEqualTo(404);
        assertThat(guest.get("/files/" + shareTicket(item, Use.DOWNLOAD, share)).statusCode())
                .isEqualTo(404);
        String page = new String(guest.get("/s/" + link).body(), StandardCharsets.UTF_8);
        assertThat(page).contains("data-pages=\"1\"").contains("?page=1");
    }

    @Test
    void aDeletedDocumentTakesItsPicturesWithIt() throws IOException {
        UUID item = ada.upload(drive, "", "blatt.pdf", Pdf.saying("bald fort"));
        awaitDescribed(item);
        String preview = SqlForTests.ask("select preview_id from drive_item where id = '" + item + "'");
        ada.upload(drive, "", "blatt.pdf", Pdf.saying("die nächste Fassung"));
        assertThat(SqlForTests.ask("select count(*) from drive_gone where object_id = '" + preview + "'"))
                .isEqualTo("1");
    }
}

package plenum.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static plenum.drive.DriveAddresses.address;
import static plenum.drive.DriveAddresses.awaitDescribed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
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

/** Files that were in a drive before their kind had pictures get them. */
@Tag("drive")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class OlderFilesIT {
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
    void anOlderDocumentGetsPicturesAndWords() throws IOException {
        UUID document = ada.upload(drive, "", "alt.pdf", Pdf.saying("Dampfmaschine"));
        UUID lost = ada.upload(drive, "", "verloren.pdf", Pdf.saying("Zahnrad"));
        awaitDescribed(document);
        awaitDescribed(lost);
        forget(document);
        forget(lost);
        // one of which there are no bytes any more keeps the others from nothing
        SqlForTests.execute("update drive_item set object_id = gen_random_uuid() where id = '" + lost + "'");
        assertThat(ada.get(address(document, Use.PREVIEW)).statusCode()).isEqualTo(404);
        runNow();
        await().atMost(Duration.ofMinutes(1)).until(() -> described(document).equals("t"));
        byte[] page = ada.get(address(document, Use.INLINE) + "?page=1").body();
        assertThat(ImageIO.read(new ByteArrayInputStream(page)).getHeight()).isEqualTo(1600);
        assertThat(SqlForTests.ask("select words @@ to_tsquery('german', 'Dampfmaschine') from drive_item where id = '"
                        + document + "'"))
                .isEqualTo("t");
        assertThat(described(lost)).isEqualTo("f");
    }

    /** As a release left it that made no pictures of documents, days ago. */
    private static void forget(UUID item) {
        SqlForTests.execute("""
            update drive_item set described = false, preview_id = null, page_pictures = 0, pages = 0, words = to_tsvector(''),
                changed_at = now() - interval '3 days' where id = '%s'\
            """.formatted(item));
    }

    private static void runNow() {
        await().atMost(Duration.ofMinutes(1)).until(() -> {
            SqlForTests.execute(
                    "update job set execution_time = now() where task_name = 'drive-describe-older' and not picked");
            return SqlForTests.ask(
                            "select execution_time <= now() or picked from job where task_name = 'drive-describe-older'")
                    .equals("t");
        });
    }

    private static String described(UUID item) {
        return SqlForTests.ask("select described from drive_item where id = '" + item + "'");
    }
}

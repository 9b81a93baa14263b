package plenum.drive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plenum.it.Deployments;
import plenum.it.SqlForTests;

/** The pictures of one's own drive, for a board: whose they are, and who gets none. */
@Tag("drive")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class PicturesIT {
    private static final String LIST = "/files/pictures";
    private static final byte[] DOT = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private DriveClient ada;

    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.application();
    }

    @BeforeEach
    void signIn() {
        SqlForTests.execute("delete from account where email like '%@pictures.example'");
        ada = DriveClient.signedIn("ada@pictures.example", "USER");
    }

    @Test
    void theyAreFoundInWhicheverFolderAndNothingElseIs() {
        String drive = DriveClient.json(ada.get(LIST)).get("drive").asText();
        assertThat(drive).isEqualTo(DriveClient.drive("ada@pictures.example"));
        ada.upload(drive, "", "Urlaub/See & Berg.png", DOT);
        ada.upload(drive, "", "notes.png", "no picture".getBytes(StandardCharsets.UTF_8));
        UUID gone = ada.upload(drive, "", "old.png", DOT);
        SqlForTests.execute("update drive_item set trashed_at = now(), trash_root = true where id = '" + gone + "'");
        JsonNode pictures = awaitPictures();
        assertThat(pictures).hasSize(1);
        assertThat(pictures.get(0).get("name").asText()).isEqualTo("See & Berg.png");
        String address = pictures.get(0).get("address").asText();
        assertThat(ada.get(address).body()).isEqualTo(DOT);
        assertThat(ada.get(address).headers().firstValue("Content-Type")).contains("image/png");
    }

    @Test
    void nobodyElseGetsThem() {
        String drive = DriveClient.json(ada.get(LIST)).get("drive").asText();
        ada.upload(drive, "", "mine.png", DOT);
        String address = awaitPictures().get(0).get("address").asText();
        DriveClient bob = DriveClient.signedIn("bob@pictures.example", "USER");
        assertThat(DriveClient.json(bob.get(LIST)).get("pictures")).isEmpty();
        for (DriveClient other : new DriveClient[] {bob, DriveClient.nobody(), DriveClient.withForgedSession()}) {
            assertThat(other.get(address).statusCode()).isEqualTo(404);
        }
        assertThat(DriveClient.nobody().get(LIST).statusCode()).isEqualTo(401);
        assertThat(DriveClient.withForgedSession().get(LIST).statusCode()).isEqualTo(401);
    }

    /** A job finds out what a file is. */
    private JsonNode awaitPictures() {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> DriveClient.json(ada.get(LIST)).get("pictures"), pictures -> !pictures.isEmpty());
    }
}

package plenum.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("web")
class ManifestServletTest {
    private static final Path WEBAPP = Path.of("src/main/webapp");

    @Test
    void speaksTheLanguageOfItsReader() {
        assertThat(ManifestServlet.manifest(Locale.GERMAN, "")).containsEntry("lang", "de");
        assertThat(ManifestServlet.manifest(Locale.FRENCH, "").get("description"))
                .isNotEqualTo(ManifestServlet.manifest(Locale.GERMAN, "").get("description"));
    }

    @Test
    void staysUnderThePathOfTheApplication() {
        Map<String, Object> manifest = ManifestServlet.manifest(Locale.ENGLISH, "/meet");
        assertThat(manifest).containsEntry("scope", "/meet/").containsEntry("start_url", "/meet/");
    }

    @Test
    void takesWhatOtherProgramsShareUnderThePathOfTheApplication() {
        assertThat(ManifestServlet.manifest(Locale.ENGLISH, "/meet").get("share_target"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .containsEntry("action", "/meet/shared")
                .containsEntry("method", "GET");
    }

    @Test
    @SuppressWarnings("unchecked")
    void namesIconsThatAreThereInTheirSizes() throws Exception {
        List<Map<String, String>> icons = (List<Map<String, String>>)
                ManifestServlet.manifest(Locale.ENGLISH, "").get("icons");
        assertThat(icons).extracting(icon -> icon.get("purpose")).contains("any", "maskable");
        for (Map<String, String> icon : icons) {
            Path file = WEBAPP.resolve(icon.get("src").substring(1));
            assertThat(Files.exists(file)).as(file.toString()).isTrue();
            if (icon.get("type").equals("image/png")) {
                BufferedImage image = ImageIO.read(file.toFile());
                assertThat(icon.get("sizes")).isEqualTo(image.getWidth() + "x" + image.getHeight());
            }
        }
    }
}

package plenum.drive;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Files of strangers are looked at by a process of its own. */
@Tag("drive")
class ProbeProcessTest {
    private final ProbeProcess probe = new ProbeProcess();

    @Test
    void makesASmallPicture() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(2000, 1000, BufferedImage.TYPE_INT_RGB), "png", png);
        ProbeProcess.Found found = look("image/png", png.toByteArray());
        BufferedImage small =
                ImageIO.read(new ByteArrayInputStream(found.picture().orElseThrow()));
        assertThat(small.getWidth()).isEqualTo(360);
        assertThat(small.getHeight()).isEqualTo(180);
    }

    @Test
    void takesTheWordsOfADocument() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write("<w:p><w:t>Die Häuser</w:t><w:t>am See</w:t></w:p>".getBytes(StandardCharsets.UTF_8));
        }
        String type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        assertThat(look(type, bytes.toByteArray()).words())
                .contains("Die Häuser")
                .contains("am See");
        assertThat(look("text/plain", "Guten Tag".getBytes(StandardCharsets.UTF_8))
                        .words())
                .isEqualTo("Guten Tag");
    }

    @Test
    void whatBreaksItIsAFileOfWhichNoMoreIsKnown() throws IOException {
        byte[] broken = "\u0089PNG\r\n\u001a\n broken".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(look("image/png", broken).picture()).isEmpty();
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("content.xml"));
            byte[] nothing = new byte[1 << 20];
            for (int megabyte = 0; megabyte < 400; megabyte++) {
                zip.write(nothing);
            }
        }
        String type = "application/vnd.oasis.opendocument.text";
        assertThat(look(type, bomb.toByteArray()).words().length()).isLessThan(400_000);
    }

    private ProbeProcess.Found look(String type, byte[] file) throws IOException {
        return probe.look(type, () -> new ByteArrayInputStream(file), file.length);
    }
}

package plenum.drive;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
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
    void drawsThePagesOfAPdf() throws IOException {
        ProbeProcess.Found found = look("application/pdf", Pdf.saying("Die Häuser", "am See", "im Winter"));
        BufferedImage small =
                ImageIO.read(new ByteArrayInputStream(found.picture().orElseThrow()));
        assertThat(small.getHeight()).isEqualTo(360);
        assertThat(found.words()).contains("Die Häuser").contains("im Winter");
        assertThat(found.allPages()).isEqualTo(3);
        assertThat(found.pages()).hasSize(3).allSatisfy(page -> {
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(page));
            assertThat(picture.getHeight()).isEqualTo(1600);
            assertThat(darkPixels(picture)).isPositive();
        });
    }

    @Test
    void drawsTheFirstPagesOfALongPdf() throws IOException {
        ProbeProcess.Found found = look(
                "application/pdf", Pdf.saying(Collections.nCopies(45, "Seite").toArray(String[]::new)));
        assertThat(found.pages()).hasSize(30);
        assertThat(found.allPages()).isEqualTo(45);
    }

    /** Without a cross-reference table, cut, with a page that contains itself, as large as a house. */
    @Test
    void aHostilePdfIsNotShown() throws IOException {
        byte[] whole = Pdf.saying("a");
        assertThat(look("application/pdf", Arrays.copyOf(whole, whole.length / 3))
                        .pages())
                .isEmpty();
        String circle = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                + "2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 99999999>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF";
        assertThat(look("application/pdf", circle.getBytes(StandardCharsets.US_ASCII))
                        .pages())
                .isEmpty();
        String house = "%PDF-1.4\n"
                + "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                + "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 1000000 10]>>endobj\n"
                + "trailer<</Root 1 0 R>>\n"
                + "%%EOF";
        look("application/pdf", house.getBytes(StandardCharsets.US_ASCII))
                .pages()
                .forEach(page -> assertThat(page.length).isLessThan(1 << 20));
    }

    private static long darkPixels(BufferedImage picture) {
        int[] all = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        return Arrays.stream(all).filter(one -> (one & 0xff) < 64).count();
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

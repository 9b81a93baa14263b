package plenum.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("account")
class ProfilePictureTest {

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif"})
    void becomesASquareOfItsMiddle(String format) throws IOException {
        BufferedImage drawn = ImageIO.read(new ByteArrayInputStream(
                ProfilePicture.of(image(format, 600, 300)).orElseThrow()));
        assertThat(drawn.getWidth()).isEqualTo(ProfilePicture.SIZE);
        assertThat(drawn.getHeight()).isEqualTo(ProfilePicture.SIZE);
        Color middle = new Color(drawn.getRGB(128, 128));
        assertThat(middle.getRed()).isGreaterThan(200);
        assertThat(middle.getBlue()).isLessThan(80);
    }

    @Test
    void nothingThatWasHiddenInTheFileIsKept() throws IOException {
        byte[] png = image("png", 300, 300);
        byte[] withTail = ByteBuffer.allocate(png.length + 22)
                .put(png)
                .put("<script>GPS</script>!!".getBytes(StandardCharsets.US_ASCII))
                .array();
        byte[] drawn = ProfilePicture.of(withTail).orElseThrow();
        assertThat(new String(drawn, StandardCharsets.ISO_8859_1)).doesNotContain("script", "GPS");
    }

    @Test
    void refusesWhatIsNoPictureOrTooMuchOfOne() throws IOException {
        assertThat(ProfilePicture.of(new byte[0])).isEmpty();
        assertThat(ProfilePicture.of("<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(ProfilePicture.of(new byte[ProfilePicture.LONGEST_FILE + 1])).isEmpty();
        byte[] huge = image("png", 10, 10);
        ByteBuffer.wrap(huge).putInt(16, 100_000).putInt(20, 100_000);
        assertThat(ProfilePicture.of(huge)).as("ten billion pixels").isEmpty();
    }

    @Test
    void damagedFilesAreRefusedOrDrawnAndNeverMore() throws IOException {
        Random random = new Random(7);
        for (String format : new String[] {"png", "jpg", "gif"}) {
            byte[] good = image(format, 60, 40);
            for (int i = 0; i < 300; i++) {
                byte[] damaged = good.clone();
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
                assertThat(ProfilePicture.of(damaged))
                        .satisfiesAnyOf(picture -> assertThat(picture).isEmpty(), picture -> assertThat(
                                        picture.orElseThrow().length)
                                .isPositive());
            }
        }
    }

    private static byte[] image(String format, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.BLUE);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.RED);
        graphics.fillRect(width / 4, 0, width / 2, height);
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }
}

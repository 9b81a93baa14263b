package plenum.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.nayuki.qrcodegen.QrCode;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("platform")
class QrPathTest {

    /** Paints the path as a browser would, and compares module by module. */
    @Test
    void paintsTheModulesOfTheCode() {
        String link = "https://meet.example.org/m/abcdefghijkmnpqrst#device=0123456789012345678901234567";
        QrCode code = QrCode.encodeText(link, QrCode.Ecc.MEDIUM);
        QrPath qr = QrPath.of(link);
        boolean[][] dark = new boolean[qr.size()][qr.size()];
        Pattern rectangle = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z");
        for (MatchResult found : rectangle.matcher(qr.path()).results().toList()) {
            assertThat(found.group(3)).isEqualTo(found.group(4));
            for (int i = 0; i < Integer.parseInt(found.group(3)); i++) {
                dark[Integer.parseInt(found.group(2))][Integer.parseInt(found.group(1)) + i] = true;
            }
        }
        assertThat(rectangle.matcher(qr.path()).replaceAll("")).isEmpty();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                assertThat(dark[y][x]).isEqualTo(code.getModule(x, y));
            }
        }
    }
}

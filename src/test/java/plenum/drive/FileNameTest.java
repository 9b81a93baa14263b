package plenum.drive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("drive")
class FileNameTest {
    @ParameterizedTest
    @CsvSource({
        "Bericht.pdf, Bericht.pdf",
        "../../etc/passwd, passwd",
        "..\\..\\boot.ini, boot.ini",
        "C:\\Users\\ada\\a.txt, a.txt",
        "'  a   b.txt ', a b.txt",
        "👩‍💻 Ada.txt, 👩‍💻 Ada.txt",
        ".htaccess, .htaccess"
    })
    void isWhatPeopleSee(String typed, String name) {
        assertThat(FileName.parse(typed)).contains(new FileName(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "..", "/", "../", "a/", "\u202e", "\0", "..."})
    void isNotNothing(String typed) {
        assertThat(FileName.parse(typed)).isEmpty();
    }

    @Test
    void hidesAndTurnsNothing() {
        assertThat(FileName.parse("rechnung\u202efdp.exe")).contains(new FileName("rechnungfdp.exe"));
        assertThat(FileName.parse("a\0b\r\nc.txt").orElseThrow().text()).doesNotContain("\0", "\r", "\n");
    }

    @Test
    void isCutBeforeItsEnding() {
        String long_ = "ä".repeat(300) + ".pdf";
        String name = FileName.parse(long_).orElseThrow().text();
        assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(255);
        assertThat(name).endsWith("ä.pdf");
        assertThat(FileName.parse("x".repeat(255)).orElseThrow().text()).hasSize(255);
        assertThat(new FileName("x".repeat(255)).numbered(2).text())
                .endsWith(" (2)")
                .hasSize(255);
        assertThat(new FileName("a.tar.gz").numbered(3).text()).isEqualTo("a.tar (3).gz");
    }
}

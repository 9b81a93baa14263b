package plenum.drive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What files are told to be, whatever they call themselves. */
@Tag("drive")
class FileTypesTest {
    @ParameterizedTest
    @CsvSource({
        "89504e470d0a1a0a0000, a.html, image/png",
        "ffd8ffe000104a464946, a.svg, image/jpeg",
        "255044462d312e37, a.js, application/pdf",
        "00000018667479706d703432, a.txt, video/mp4",
        "1a45dfa39f4286810142f7810142f2810442f381084282847765626d, a, video/webm",
        "52494646000000005741564566, a.wav, audio/wav",
        "504b0304140000, a.docx, application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "504b0304140000, a.jar, application/zip",
        "7f454c4602010100, a.png, application/octet-stream",
        "4d5a900003000000, a.pdf, application/octet-stream"
    })
    void isWhatItsBytesAre(String hex, String name, String type) {
        byte[] head = HexFormat.of().parseHex(hex);
        assertThat(FileTypes.of(head, new FileName(name))).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({
        "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>, a.png, image/svg+xml",
        "<?xml version='1.0'?><svg onload='alert(1)'/>, a.txt, image/svg+xml",
        "<!DOCTYPE html><script>alert(1)</script>, a.txt, text/html",
        "<HTML><script>alert(1)</script>, a, text/html",
        "alert(1), a.js, text/plain",
        "Guten Tag, a.html, text/html",
        "'a;b;c', a.csv, text/csv",
        "Grüße, a, text/plain"
    })
    void markupIsNeverShownAsSuch(String text, String name, String type) {
        String found = FileTypes.of(text.getBytes(StandardCharsets.UTF_8), new FileName(name));
        assertThat(found).isEqualTo(type);
        assertThat(FileTypes.served(found)).isIn("text/plain", FileTypes.UNKNOWN);
    }

    /** GIF and script in one, PDF and HTML in one. */
    @Test
    void polyglotsAreServedAsOneThing() {
        byte[] gif = "GIF89a/*<script>alert(1)</script>*/=1;".getBytes(StandardCharsets.US_ASCII);
        assertThat(FileTypes.of(gif, new FileName("a.js"))).isEqualTo("image/gif");
        byte[] pdf = "%PDF-1.4\n<html><script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII);
        assertThat(FileTypes.of(pdf, new FileName("a.html"))).isEqualTo("application/pdf");
    }

    @Test
    void onlyHarmlessTypesAreShown() {
        for (String type : new String[] {
            "image/svg+xml", "application/xhtml+xml", "application/javascript", "application/zip", "x/y", ""
        }) {
            assertThat(FileTypes.isInline(type)).isFalse();
            assertThat(FileTypes.served(type)).isEqualTo(FileTypes.UNKNOWN);
        }
        assertThat(FileTypes.isInline("text/html")).isTrue();
        assertThat(FileTypes.served("text/html")).isEqualTo("text/plain");
    }

    @Test
    void aCharacterMayBeCutAtTheEnd() {
        byte[] text = "ä".repeat(2048 + 1).getBytes(StandardCharsets.UTF_8);
        byte[] head = java.util.Arrays.copyOfRange(text, 1, 1 + 4096);
        assertThat(FileTypes.of(java.util.Arrays.copyOf(text, 4096), new FileName("a")))
                .isEqualTo("text/plain");
        assertThat(FileTypes.of(head, new FileName("a"))).isEqualTo(FileTypes.UNKNOWN);
        byte[] odd = ("x" + "ä".repeat(3000)).getBytes(StandardCharsets.UTF_8);
        assertThat(FileTypes.of(java.util.Arrays.copyOf(odd, 4096), new FileName("a")))
                .isEqualTo("text/plain");
    }
}

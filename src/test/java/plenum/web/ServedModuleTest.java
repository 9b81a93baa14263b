package plenum.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is served is the code of the repository, on its lines, without the documentation between. */
@Tag("web")
class ServedModuleTest {

    @Test
    void leavesOutDocumentationAndKeepsCodeOnItsLines() {
        String source = """
                /**
                 * A class.
                 */
                export class A {
                  /** What it holds. @type {string} */
                  b = '/** no comment */';
                  c = /** @type {B} */ (this.b);
                  /** @type {B} */ (this.c).d = 1; /** told */
                  /**
                   * Twice. */ e() {}
                  // kept
                }
                """;

        assertThat(ServedModule.withoutDocumentation(source)).isEqualTo("""



                export class A {

                  b = '/** no comment */';
                  c = /** @type {B} */ (this.b);
                  /** @type {B} */ (this.c).d = 1; /** told */

                 e() {}
                  // kept
                }
                """);
    }

    @Test
    void servesEachModuleWithAllItsCode() throws IOException {
        assertThat(BrowserCode.sources()).allSatisfy((path, source) -> {
            String served = ServedModule.withoutDocumentation(source);
            assertThat(served.lines().count()).as(path).isEqualTo(source.lines().count());
            assertThat(withoutComments(served)).as(path).isEqualTo(withoutComments(source));
        });
    }

    @Test
    void packsTheSame() throws IOException {
        ServedModule module = ServedModule.texts("{}");
        try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(module.packed()))) {
            assertThat(unpacked.readAllBytes())
                    .isEqualTo(module.plain())
                    .isEqualTo("{}".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(module.type()).isEqualTo("application/json");
    }

    private static String withoutComments(String source) {
        return source.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("\\s+", "");
    }
}

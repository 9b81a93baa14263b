package plenum.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("ci")
class TestCountTest {

    @Test
    void countsErrorsAsFailed() {
        String report = "<testsuite version=\"3.0\" name=\"A\" time=\"0.2\" tests=\"9\" errors=\"1\" skipped=\"2\""
                + " failures=\"3\">";

        assertThat(TestCount.ofJunitReport(report)).isEqualTo(new TestCount(3, 4, 2));
    }

    @Test
    void readsNodesSummary() {
        String log = "✔ sorts (1ms)\nℹ tests 8\nℹ suites 2\nℹ pass 5\nℹ fail 1\nℹ cancelled 1\nℹ skipped 1\nℹ todo 0\n";

        assertThat(TestCount.ofNodeSummary(log)).isEqualTo(new TestCount(5, 2, 1));
    }

    @Test
    void addsUpAllReportsAndSaysItPlainly(@TempDir Path root) throws Exception {
        write(
                root,
                "target/surefire-reports/TEST-a.xml",
                "<testsuite tests=\"2\" errors=\"0\" skipped=\"0\" failures=\"0\">");
        write(
                root,
                "kurento/target/failsafe-reports/TEST-b.xml",
                "<testsuite tests=\"1\" errors=\"0\" skipped=\"1\" failures=\"0\">");
        write(root, "target/node.log", "# pass 4\n# fail 0\n");

        assertThat(TestCount.ofReportsBelow(root)).hasToString("6 passed, 0 failed, 1 skipped");
    }

    @Test
    void namesWhatPassedAtTheSecondTryOnly(@TempDir Path root) throws Exception {
        write(root, "target/failsafe-reports/TEST-c.xml", """
            <testsuite tests="2" errors="0" skipped="0" failures="0" flakes="1">
            <testcase name="steady" classname="plenum.AJourney" time="1"/>
            <testcase name="shaky" classname="plenum.AJourney" time="2">
              <flakyFailure message="not within 60 s" type="java.lang.AssertionError"></flakyFailure>
            </testcase></testsuite>\
            """);

        assertThat(TestCount.unsteadyBelow(root)).containsExactly("plenum.AJourney.shaky");
        assertThat(TestCount.ofReportsBelow(root)).isEqualTo(new TestCount(2, 0, 0));
    }

    private static void write(Path root, String file, String text) throws Exception {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}

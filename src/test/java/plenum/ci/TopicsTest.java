package plenum.ci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Compares {@code .ci/topics} with the tests of all modules and of the browser code. */
@Tag("ci")
class TopicsTest {
    private static final Path ROOT = Path.of("").toAbsolutePath();
    private static final List<String> TESTS = List.of(
            "src/test/java",
            "kurento/src/test/java",
            "kurento/client/src/test/java",
            "kurento/bench/src/test/java",
            "kurento/composer/src/test/java");
    private static final List<String> SOURCES = List.of(
            "src/main/java",
            "src/test/java",
            "kurento/src/main/java",
            "kurento/src/test/java",
            "kurento/client/src/main/java",
            "kurento/bench/src/main/java",
            "kurento/composer/src/main/java");

    @Test
    void everyTestIsInTheTopicOfItsPackage() throws IOException {
        List<TestClass> classes = testClasses();

        assertThat(classes).filteredOn(TestClass::isRun).hasSizeGreaterThan(100);
        assertThat(classes).filteredOn(TestClass::isJourney).hasSizeGreaterThan(10);
        assertThat(new TopicRules(Topics.read(ROOT)).brokenBy(classes)).isEmpty();
    }

    @Test
    void everyListedPackageExists() throws IOException {
        Topics topics = Topics.read(ROOT);

        assertThat(topics.ofPackages().keySet()).allSatisfy(name -> assertThat(SOURCES)
                .anyMatch(folder -> Files.isDirectory(ROOT.resolve(folder).resolve(name.replace('.', '/')))));
    }

    @Test
    void browserCodesTestsAreInFoldersOfTopics() throws IOException {
        Topics topics = Topics.read(ROOT);
        Path unit = ROOT.resolve("src/test/js/unit");
        try (Stream<Path> tests = Files.walk(unit)) {
            List<Path> files = tests.filter(f -> f.toString().endsWith(".test.js"))
                    .map(unit::relativize)
                    .toList();

            assertThat(files).isNotEmpty().allSatisfy(f -> {
                assertThat(f.getNameCount()).isEqualTo(2);
                assertThat(topics.names()).contains(f.getName(0).toString());
            });
        }
    }

    @Test
    void theLongestPackageNameDecides() {
        Topics topics = Topics.parse("""
            # a comment
            media   plenum.media
            bench   plenum.media.bench plenum.bench
            ui
            """);

        assertThat(topics.names()).containsExactly("media", "bench", "ui");
        assertThat(topics.of("plenum.media.kurento")).contains("media");
        assertThat(topics.of("plenum.media.bench.deep")).contains("bench");
        assertThat(topics.of("plenum.mediation")).isEmpty();
        assertThatThrownBy(() -> Topics.parse("a plenum.a\na plenum.b")).hasMessageContaining("topic a");
        assertThatThrownBy(() -> Topics.parse("a plenum.x\nb plenum.x")).hasMessageContaining("package plenum.x");
    }

    @Test
    void saysWhatIsWrongWithATag() {
        TopicRules rules = new TopicRules(Topics.parse("chat plenum.chat\npoll plenum.poll"));

        assertThat(rules.brokenBy(List.of(test("plenum.chat.store", "LogIT", "chat"))))
                .isEmpty();
        assertThat(rules.brokenBy(List.of(test("plenum.e2e", "ChatJourney", "chat", "poll"))))
                .isEmpty();
        assertThat(rules.brokenBy(List.of(test("plenum.chat", "LogTest"))))
                .singleElement()
                .asString()
                .contains("exactly one tag, \"chat\"");
        assertThat(rules.brokenBy(List.of(test("plenum.chat", "LogTest", "poll"))))
                .hasSize(1);
        assertThat(rules.brokenBy(List.of(test("plenum.chat", "LogTest", "chat", "poll"))))
                .hasSize(1);
        assertThat(rules.brokenBy(List.of(test("plenum.other", "LogTest", "chat"))))
                .singleElement()
                .asString()
                .contains("no topic");
        assertThat(rules.brokenBy(List.of(test("plenum.e2e", "ChatJourney")))).hasSize(1);
        assertThat(rules.brokenBy(List.of(test("plenum.e2e", "ChatJourney", "chta"))))
                .singleElement()
                .asString()
                .contains("chta");
        assertThat(rules.brokenBy(List.of(test("plenum.chat", "LogSpec", "chat"))))
                .singleElement()
                .asString()
                .contains("never run");
        assertThat(rules.brokenBy(
                        List.of(new TestClass("plenum.chat", "RuleTest", List.of("chat"), List.of(), false, true))))
                .singleElement()
                .asString()
                .contains("@ArchTag");
    }

    private static TestClass test(String packageName, String name, String... tags) {
        return new TestClass(packageName, name, List.of(tags), List.of(), true, false);
    }

    private static List<TestClass> testClasses() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<Path> sources = TESTS.stream()
                    .map(ROOT::resolve)
                    .flatMap(TopicsTest::javaFiles)
                    .toList();
            return TestClass.parse(files.getJavaFileObjectsFromPaths(sources));
        }
    }

    private static Stream<Path> javaFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> f.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

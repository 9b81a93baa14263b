package plenum.ci;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How many tests ran, from the reports that Surefire, Failsafe and Node leave behind. {@code ./plenum test} runs this file from its source, so
 * it uses nothing but the JDK.
 */
record TestCount(int passed, int failed, int skipped) {

    private static final TestCount NONE = new TestCount(0, 0, 0);
    private static final List<String> REPORT_FOLDERS = List.of(
            "target/surefire-reports",
            "target/failsafe-reports",
            "kurento/target/surefire-reports",
            "kurento/target/failsafe-reports",
            "kurento/client/target/surefire-reports",
            "kurento/bench/target/surefire-reports",
            "kurento/composer/target/surefire-reports");
    private static final Pattern SUITE = Pattern.compile("<testsuite\\b[^>]*>");
    private static final Pattern NODE =
            Pattern.compile("^\\W*(pass|fail|cancelled|skipped|todo) (\\d+)$", Pattern.MULTILINE);

    private static final Pattern SECOND_TRY = Pattern.compile(
            "<testcase name=\"([^\"]*)\" classname=\"([^\"]*)\"[^>]*>\\s*<flaky(?:Failure|Error)\\b", Pattern.DOTALL);

    /** Prints the sum of the reports below a folder. Exit code 1 when a test failed, or when none ran at all. */
    public static void main(String[] args) throws IOException {
        Path root = Path.of(args[0]);
        TestCount count = ofReportsBelow(root);
        for (String name : unsteadyBelow(root)) {
            System.out.println("passed at the second try only, which is a bug: " + name);
        }
        System.out.println(count);
        System.exit(count.failed > 0 || count.passed == 0 ? 1 : 0);
    }

    static TestCount ofReportsBelow(Path root) throws IOException {
        TestCount sum = NONE;
        for (String folder : REPORT_FOLDERS) {
            for (Path report : reports(root.resolve(folder))) {
                sum = sum.plus(ofJunitReport(Files.readString(report)));
            }
        }
        Path node = root.resolve("target/node.log");
        return Files.exists(node) ? sum.plus(ofNodeSummary(Files.readString(node))) : sum;
    }

    /** Which tests failed and then passed, where the build tries again. */
    static List<String> unsteadyBelow(Path root) throws IOException {
        List<String> names = new ArrayList<>();
        for (String folder : REPORT_FOLDERS) {
            for (Path report : reports(root.resolve(folder))) {
                Matcher test = SECOND_TRY.matcher(Files.readString(report));
                while (test.find()) {
                    names.add(test.group(2) + "." + test.group(1));
                }
            }
        }
        return names;
    }

    /** One file {@code TEST-*.xml}. */
    static TestCount ofJunitReport(String xml) {
        Matcher suite = SUITE.matcher(xml);
        if (!suite.find()) {
            return NONE;
        }
        int failed = number(suite.group(), "failures") + number(suite.group(), "errors");
        int skipped = number(suite.group(), "skipped");
        return new TestCount(number(suite.group(), "tests") - failed - skipped, failed, skipped);
    }

    /** What {@code node --test} says at its end. */
    static TestCount ofNodeSummary(String log) {
        TestCount sum = NONE;
        Matcher line = NODE.matcher(log);
        while (line.find()) {
            int n = Integer.parseInt(line.group(2));
            sum = sum.plus(
                    switch (line.group(1)) {
                        case "pass" -> new TestCount(n, 0, 0);
                        case "fail", "cancelled" -> new TestCount(0, n, 0);
                        default -> new TestCount(0, 0, n);
                    });
        }
        return sum;
    }

    TestCount plus(TestCount other) {
        return new TestCount(passed + other.passed, failed + other.failed, skipped + other.skipped);
    }

    private static List<Path> reports(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().matches("TEST-.*\\.xml"))
                    .toList();
        }
    }

    private static int number(String tag, String attribute) {
        Matcher value = Pattern.compile("\\b" + attribute + "=\"(\\d+)\"").matcher(tag);
        return value.find() ? Integer.parseInt(value.group(1)) : 0;
    }

    @Override
    public String toString() {
        return passed + " passed, " + failed + " failed, " + skipped + " skipped";
    }
}

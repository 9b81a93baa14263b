package plenum.mediaserver.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * {@code ./plenum bench record FILE [RUNS]}: a whole sitting. Every scenario, one after the other, as often as wanted (five times), each
 * run with a new server, a new generator and the bare forwarder; then the medians with the machine's description as Markdown.
 */
public final class BenchRecord {
    private static final String USAGE = "usage: ./plenum bench record FILE.md [RUNS]";
    private static final int USUAL_RUNS = 5;
    private static final int MOST_RUNS = 99;
    private static final ObjectMapper JSON = new ObjectMapper();

    private BenchRecord() {}

    /** Exit codes as {@link MediaBench#main}. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        System.exit(run(List.of(arguments), System.out));
    }

    private static int run(List<String> arguments, PrintStream out) throws IOException, InterruptedException {
        String runs = arguments.size() == 2 ? arguments.get(1) : Integer.toString(USUAL_RUNS);
        if (arguments.isEmpty() || arguments.size() > 2 || !runs.matches("[1-9]\\d?") || arguments.contains("--help")) {
            out.println(USAGE + " (1 to " + MOST_RUNS + ")");
            return arguments.contains("--help") ? 0 : 2;
        }
        Instant began = Instant.now().truncatedTo(ChronoUnit.MINUTES);
        double load = Machine.load();
        Sitting sitting = new Sitting();
        for (int run = 1; run <= Integer.parseInt(runs); run++) {
            for (Scenario scenario : Scenario.values()) {
                out.printf("run %d of %s: %s%n", run, runs, scenario.title());
                Report report = measure(scenario);
                if (report == null) {
                    out.println("The run failed; nothing is recorded.");
                    return 1;
                }
                sitting.add(scenario, report);
            }
        }
        Files.writeString(Path.of(arguments.getFirst()), page(sitting, began, load));
        out.println("The sitting is in " + arguments.getFirst() + ".");
        return 0;
    }

    /** A run in a process of its own; null when it failed. */
    private static @Nullable Report measure(Scenario scenario) throws IOException, InterruptedException {
        Path file = Files.createTempFile("bench", ".json");
        try {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--enable-native-access=ALL-UNNAMED",
                    "-cp",
                    System.getProperty("java.class.path"),
                    MediaBench.class.getName()));
            command.addAll(scenario.arguments());
            command.addAll(List.of("--json", file.toString()));
            int code = new ProcessBuilder(command).inheritIO().start().waitFor();
            return code == 0 ? Report.from(JSON.readTree(file.toFile())) : null;
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static String page(Sitting sitting, Instant began, double load) throws IOException {
        StringBuilder page = new StringBuilder("# A sitting of ").append(began).append("\n\n");
        for (String line : Machine.describe()) {
            page.append("- ").append(line).append('\n');
        }
        page.append(String.format(Locale.ROOT, "- load average before it: %.2f%n", load));
        page.append("- ").append(sitting.runsPerScenario());
        page.append(
                "; medians, with the least and the most; the server on the first core, the generator on the second\n\n");
        return page.append(sitting.asMarkdown()).toString();
    }
}

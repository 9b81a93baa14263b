package plenum.mediaserver.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The runs of one sitting, and what they come to: the median of each figure, with the least and the most. */
final class Sitting {
    private static final List<String> FIGURES = List.of(
            "cpuMicrosPerForwardedPacket",
            "floorMicrosPerForwardedPacket",
            "ratioToFloor",
            "forwardedPacketsPerSecond",
            "forwardedPacketsPerSecondAndCore",
            "lostPackets",
            "generatorDroppedPackets",
            "latencyMillisP50",
            "latencyMillisP95",
            "latencyMillisP99",
            "floorLatencyMillisP50",
            "floorLatencyMillisP99",
            "addedLatencyMillisP50",
            "addedLatencyMillisP99",
            "joinMillisP50",
            "joinMillisP95",
            "viewerJoinMillisP50",
            "viewerJoinMillisP95",
            "allocatedBytesPerForwardedPacket",
            "garbageCollections",
            "pauseMillisP999",
            "pauseMillisMax",
            "residentMegabytes",
            "threads");

    private final Map<Scenario, List<Report>> runs = new EnumMap<>(Scenario.class);

    void add(Scenario scenario, Report report) {
        runs.computeIfAbsent(scenario, key -> new ArrayList<>()).add(report);
    }

    /** A table in Markdown: a line for each figure, a column for each scenario that ran. */
    String asMarkdown() {
        StringBuilder table = new StringBuilder("| publishers × viewers |");
        runs.keySet()
                .forEach(scenario -> table.append(' ').append(scenario.title()).append(" |"));
        table.append("\n|---|").append("---|".repeat(runs.size())).append('\n');
        for (String figure : FIGURES) {
            table.append("| ").append(figure).append(" |");
            runs.values()
                    .forEach(reports ->
                            table.append(' ').append(summary(reports, figure)).append(" |"));
            table.append('\n');
        }
        return table.toString();
    }

    private static String summary(List<Report> reports, String figure) {
        List<Double> values = reports.stream()
                .map(report -> report.value(figure))
                .filter(value -> !value.isNaN())
                .sorted()
                .toList();
        if (values.isEmpty()) {
            return "-";
        }
        String middle = text(values.get((values.size() - 1) / 2));
        String least = text(values.getFirst());
        String most = text(values.getLast());
        return least.equals(most) ? middle : middle + " (" + least + "–" + most + ")";
    }

    private static String text(double value) {
        return String.format(Locale.ROOT, Math.abs(value) >= 100 || value == Math.rint(value) ? "%.0f" : "%.2f", value);
    }

    /** How many runs each scenario had, such as "5 runs each". */
    String runsPerScenario() {
        return runs.values().stream()
                        .map(List::size)
                        .distinct()
                        .sorted()
                        .map(String::valueOf)
                        .collect(Collectors.joining(" or "))
                + " runs each";
    }
}

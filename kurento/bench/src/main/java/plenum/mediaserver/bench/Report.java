package plenum.mediaserver.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The figures of one run, in order, by names that hold their units. What could not be measured is there too, without a value. */
public final class Report {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Map<String, @Nullable Object> figures = new LinkedHashMap<>();

    /** The figures that {@link #writeJson} wrote. */
    static Report from(JsonNode json) {
        Report report = new Report();
        json.properties().forEach(figure -> {
            JsonNode value = figure.getValue();
            if (value.isIntegralNumber()) {
                report.with(figure.getKey(), value.longValue());
            } else {
                report.with(figure.getKey(), value.isNumber() ? value.doubleValue() : Double.NaN);
            }
        });
        return report;
    }

    /** Adds a count. */
    public Report with(String name, long value) {
        figures.put(name, value);
        return this;
    }

    /** Adds a measured value; NaN and infinities are values that nobody has measured. */
    public Report with(String name, double value) {
        figures.put(name, Double.isFinite(value) ? (Double) value : null);
        return this;
    }

    /** Adds the median, and what 95 and 99 of 100 do not exceed. */
    Report with(String name, Latencies latencies) {
        return with(name + "P50", latencies.millisAt(0.50))
                .with(name + "P95", latencies.millisAt(0.95))
                .with(name + "P99", latencies.millisAt(0.99));
    }

    /** A value by its name; NaN when it is missing or was not measured. */
    public double value(String name) {
        return figures.get(name) instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    public void writeJson(Path file) throws IOException {
        JSON.writeValue(file.toFile(), figures);
    }

    public String asTable() {
        StringBuilder table = new StringBuilder();
        figures.forEach((name, value) -> table.append(String.format(Locale.ROOT, "%-40s %s%n", name, text(value))));
        return table.toString();
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "-";
            case Double number -> String.format(Locale.ROOT, format(number), number);
            default -> value.toString();
        };
    }

    private static String format(double number) {
        if (number == Math.rint(number)) {
            return "%.0f";
        }
        return Math.abs(number) < 1 ? "%.4f" : "%.2f";
    }
}

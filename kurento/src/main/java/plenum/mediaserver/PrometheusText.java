package plenum.mediaserver;

import java.util.Locale;

/** Writes metrics in Prometheus' text format 0.0.4: families, each directly followed by its samples. */
final class PrometheusText {
    private final StringBuilder text = new StringBuilder(4096);
    private String name = "";

    /** Begins a family of values that only grow while the process lives. */
    PrometheusText counter(String family, String help) {
        return family(family, "counter", help);
    }

    /** Begins a family of values as they are now. */
    PrometheusText gauge(String family, String help) {
        return family(family, "gauge", help);
    }

    private PrometheusText family(String family, String type, String help) {
        name = family;
        text.append("# HELP ").append(family).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(family).append(' ').append(type).append('\n');
        return this;
    }

    /** Adds a value of the family, told from others by labels: name, value, name, value. */
    PrometheusText sample(double value, String... labels) {
        text.append(name);
        for (int i = 0; i < labels.length; i += 2) {
            text.append(i == 0 ? '{' : ',').append(labels[i]).append("=\"");
            text.append(escaped(labels[i + 1])).append('"');
        }
        text.append(labels.length == 0 ? " " : "} ").append(number(value)).append('\n');
        return this;
    }

    private static String escaped(String label) {
        return label.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.6f", value);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}

package plenum.admin;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Makes the configuration of a line chart, as Chart.js takes it: lines, hours below, in colours that are seen on light and dark ground. */
final class Charts {
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> COLOURS = List.of("#1f958b", "#c0782c", "#6a77d8", "#b3567f", "#7c8a2f");
    private static final String WORDS = "#74847f";

    private Charts() {}

    /**
     * @param labels one for each sample
     * @param lines their names and values
     */
    static String lines(
            List<String> labels, List<Pulse.Sample> samples, Map<String, ToDoubleFunction<Pulse.Sample>> lines) {
        ObjectNode chart = JSON.createObjectNode().put("type", "line");
        ObjectNode data = chart.putObject("data");
        ArrayNode below = data.putArray("labels");
        labels.forEach(below::add);
        ArrayNode sets = data.putArray("datasets");
        lines.forEach((name, value) -> {
            String colour = COLOURS.get(sets.size() % COLOURS.size());
            ObjectNode set = sets.addObject().put("label", name);
            set.put("borderColor", colour).put("backgroundColor", colour + "22").put("fill", lines.size() == 1);
            set.put("borderWidth", 2)
                    .put("pointRadius", samples.size() < 2 ? 3 : 0)
                    .put("tension", 0.25);
            ArrayNode points = set.putArray("data");
            samples.forEach(sample -> points.add(value.applyAsDouble(sample)));
        });
        ObjectNode options = chart.putObject("options").put("animation", false).put("maintainAspectRatio", false);
        options.putObject("plugins")
                .putObject("legend")
                .put("display", lines.size() > 1)
                .putObject("labels")
                .put("color", WORDS)
                .put("boxWidth", 12);
        ObjectNode scales = options.putObject("scales");
        ObjectNode time = scales.putObject("x");
        time.putObject("ticks").put("color", WORDS).put("maxTicksLimit", 7).put("maxRotation", 0);
        time.putObject("grid").put("display", false);
        ObjectNode height = scales.putObject("y").put("beginAtZero", true).put("suggestedMax", 4);
        height.putObject("ticks").put("color", WORDS).put("precision", 0).put("maxTicksLimit", 5);
        height.putObject("grid").put("color", WORDS + "33");
        return chart.toString();
    }
}

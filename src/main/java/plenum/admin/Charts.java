package plenum.admin;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Makes the configuration of a line chart, as Chart.js takes it: one line, hours below, in a colour that is seen on light and dark ground. */
final class Charts {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String LINE = "#1f958b";
    private static final String WORDS = "#74847f";

    private Charts() {}

    /** @param labels one for each sample */
    static String line(
            String name, List<String> labels, List<Pulse.Sample> samples, ToDoubleFunction<Pulse.Sample> value) {
        ObjectNode chart = JSON.createObjectNode().put("type", "line");
        ObjectNode data = chart.putObject("data");
        ArrayNode below = data.putArray("labels");
        labels.forEach(below::add);
        ObjectNode set = data.putArray("datasets").addObject().put("label", name);
        set.put("borderColor", LINE).put("backgroundColor", LINE + "22").put("fill", true);
        set.put("borderWidth", 2).put("pointRadius", samples.size() < 2 ? 3 : 0).put("tension", 0.25);
        ArrayNode points = set.putArray("data");
        samples.forEach(sample -> points.add(value.applyAsDouble(sample)));
        ObjectNode options = chart.putObject("options").put("animation", false).put("maintainAspectRatio", false);
        options.putObject("plugins").putObject("legend").put("display", false);
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

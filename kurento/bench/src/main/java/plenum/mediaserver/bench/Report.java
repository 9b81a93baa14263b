package plenum.mediaserver.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The figures of one run; units are in the names.
 *
 * @param cpuMicrosPerForwardedPacket the server's user and system time, divided by the packets that viewers received; NaN without a pid
 * @param lossPercent packets that publishers sent and a viewer did not get, of all that should have been received
 */
record Report(
        int publishers,
        int viewers,
        double seconds,
        long forwardedPackets,
        double forwardedPacketsPerSecond,
        double cpuMicrosPerForwardedPacket,
        double forwardedPacketsPerSecondAndCore,
        double lossPercent,
        double latencyMillisP50,
        double latencyMillisP95,
        double latencyMillisP99,
        double joinMillisP50,
        double joinMillisP95,
        double residentMegabytes,
        int threads) {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    void writeJson(Path file) throws IOException {
        JSON.writeValue(file.toFile(), figures());
    }

    String asTable() {
        StringBuilder table = new StringBuilder();
        figures()
                .forEach((name, value) -> table.append(String.format(
                        Locale.ROOT,
                        "%-34s %s%n",
                        name,
                        value instanceof Double d ? String.format(Locale.ROOT, "%.2f", d) : value)));
        return table.toString();
    }

    private Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        for (var component : Report.class.getRecordComponents()) {
            try {
                figures.put(component.getName(), component.getAccessor().invoke(this));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("a record's own accessor", e);
            }
        }
        return figures;
    }
}

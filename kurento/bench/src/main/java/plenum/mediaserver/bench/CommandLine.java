package plenum.mediaserver.bench;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Options with a value each, as they were given or else by default. */
public final class CommandLine {
    private final Map<String, String> values;

    private CommandLine(Map<String, String> values) {
        this.values = values;
    }

    /** @param defaults every option that there is */
    public static CommandLine read(List<String> arguments, Map<String, String> defaults) throws UsageException {
        Map<String, String> values = new HashMap<>(defaults);
        for (int i = 0; i < arguments.size(); i += 2) {
            String name = arguments.get(i);
            if (!defaults.containsKey(name)) {
                throw new UsageException("unknown option " + name);
            }
            if (i + 1 == arguments.size()) {
                throw new UsageException(name + " needs a value");
            }
            values.put(name, arguments.get(i + 1));
        }
        return new CommandLine(values);
    }

    public String text(String name) {
        return values.getOrDefault(name, "");
    }

    public int number(String name, int least, int most) throws UsageException {
        return number(name, text(name), least, most);
    }

    /** A number that is part of an option's value. */
    public static int number(String name, String value, int least, int most) throws UsageException {
        if (value.matches("\\d{1,9}")) {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw new UsageException(name + " takes whole numbers from " + least + " to " + most + ", not " + value);
    }

    /** A file; null when none is given. */
    @Nullable
    Path file(String name) {
        String text = text(name);
        return text.isEmpty() ? null : Path.of(text);
    }

    /** Where a media server listens; null when none is given. */
    @Nullable
    URI server(String name) throws UsageException {
        String text = text(name);
        if (text.isEmpty()) {
            return null;
        }
        try {
            URI url = new URI(text);
            if (url.getHost() != null && ("ws".equals(url.getScheme()) || "wss".equals(url.getScheme()))) {
                return url;
            }
        } catch (URISyntaxException e) {
            throw notAUrl(name, text, e);
        }
        throw notAUrl(name, text, null);
    }

    private static UsageException notAUrl(String name, String text, @Nullable Exception cause) {
        return new UsageException(name + " takes a URL such as ws://127.0.0.1:8888/kurento, not " + text, cause);
    }
}

package plenum.mediaserver.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
}

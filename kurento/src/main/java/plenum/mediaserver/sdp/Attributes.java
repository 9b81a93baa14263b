package plenum.mediaserver.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The {@code a=} lines of a session or of one of its media, in order. A flag's value is empty. */
record Attributes(List<Attribute> all) {
    /** One {@code a=name:value} line. */
    record Attribute(String name, String value) {
        static Attribute parse(String line) {
            int colon = line.indexOf(':');
            return colon < 0
                    ? new Attribute(line, "")
                    : new Attribute(
                            line.substring(0, colon), line.substring(colon + 1).strip());
        }

        @Override
        public String toString() {
            return value.isEmpty() ? name : name + ":" + value;
        }
    }

    Attributes {
        all = List.copyOf(all);
    }

    boolean has(String name) {
        return all.stream().anyMatch(attribute -> attribute.name.equals(name));
    }

    @Nullable
    String first(String name) {
        return values(name).findFirst().orElse(null);
    }

    Stream<String> values(String name) {
        return all.stream().filter(attribute -> attribute.name.equals(name)).map(Attribute::value);
    }

    /** Collects attributes for writing. */
    static final class Builder {
        private final List<Attribute> all = new ArrayList<>();

        Builder flag(String name) {
            all.add(new Attribute(name, ""));
            return this;
        }

        Builder add(String name, Object value) {
            all.add(new Attribute(name, value.toString()));
            return this;
        }

        Attributes build() {
            return new Attributes(all);
        }
    }
}

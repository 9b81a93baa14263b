package plenum.mediaserver.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The arguments of one call, all decoded and checked before the call has any effect. */
public final class Arguments {
    private final Map<String, Object> values;

    private Arguments(Map<String, Object> values) {
        this.values = values;
    }

    /** Reads what is declared and ignores the rest, as the real server does. */
    public static Arguments read(List<Parameter<?>> declared, ObjectNode given, ObjectLookup objects) {
        Map<String, Object> values = new HashMap<>();
        for (Parameter<?> parameter : declared) {
            JsonNode value = given.get(parameter.name());
            if (parameter.isRequired() || !isAbsent(value)) {
                values.put(parameter.name(), read(parameter, value, objects));
            }
        }
        return new Arguments(values);
    }

    private static Object read(Parameter<?> parameter, @Nullable JsonNode value, ObjectLookup objects) {
        return parameter.type().read(parameter.name(), value == null ? MissingNode.getInstance() : value, objects);
    }

    private static boolean isAbsent(@Nullable JsonNode value) {
        return value == null || value.isNull();
    }

    /** The value or the declared fallback; for parameters that have one of them in any case. */
    public <T> T get(Parameter<T> parameter) {
        return find(parameter)
                .orElseThrow(() -> new IllegalStateException("'" + parameter.name() + "' may be missing: use find"));
    }

    public <T> Optional<T> find(Parameter<T> parameter) {
        @SuppressWarnings("unchecked") // put there by the parameter's own type
        T value = (T) values.get(parameter.name());
        return value == null ? Optional.ofNullable(parameter.fallback()) : Optional.of(value);
    }
}

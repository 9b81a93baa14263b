package plenum.mediaserver.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The operations of a remote class by name, inherited ones included: the table behind {@code invoke}. */
public final class Operations {
    private final Map<String, Operation<?>> byName;

    private Operations(Map<String, Operation<?>> byName) {
        this.byName = byName;
    }

    public Optional<Operation<?>> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The operation, or the refusal that the protocol has for one that is not there. */
    public Operation<?> require(String name, int givenParameters) {
        return find(name)
                .orElseThrow(() -> new RequestRefused(
                        ErrorCode.MALFORMED_TRANSACTION,
                        "Method '" + name + "' with " + givenParameters + " parameters not found"));
    }

    /** In the order of their names. */
    public Collection<Operation<?>> all() {
        return byName.values();
    }

    static <T extends MediaObject> Table<T> of(Class<T> owner) {
        return new Table<>(owner);
    }

    /** Collects the operations of one class. */
    public static final class Table<T extends MediaObject> {
        private final Class<T> owner;
        private final Map<String, Operation<?>> byName = new TreeMap<>();

        private Table(Class<T> owner) {
            this.owner = owner;
        }

        void inherit(Operations inherited) {
            byName.putAll(inherited.byName);
        }

        /** An operation without a result. */
        public Table<T> does(String name, BiConsumer<T, Arguments> body, Parameter<?>... parameters) {
            return answers(
                    name,
                    (self, arguments) -> {
                        body.accept(self, arguments);
                        return NullNode.instance;
                    },
                    parameters);
        }

        /** An operation with a result. */
        public Table<T> answers(String name, BiFunction<T, Arguments, JsonNode> body, Parameter<?>... parameters) {
            return answersLater(
                    name,
                    (self, arguments) -> CompletableFuture.completedFuture(body.apply(self, arguments)),
                    parameters);
        }

        /** An operation whose result takes time; it must not hold up its thread. */
        public Table<T> answersLater(
                String name, BiFunction<T, Arguments, CompletionStage<JsonNode>> body, Parameter<?>... parameters) {
            byName.put(name, new Operation<>(name, owner, List.of(parameters), body::apply));
            return this;
        }

        /** A property that can only be read: {@code getName}. */
        public Table<T> readOnly(String property, Function<T, JsonNode> getter) {
            return answers("get" + capitalized(property), (self, arguments) -> getter.apply(self));
        }

        /** A property that can be read and written: {@code getName} and {@code setName}. */
        public <V> Table<T> property(
                String property, ValueType<V> type, Function<T, V> getter, BiConsumer<T, V> setter) {
            Parameter<V> value = Parameter.required(property, type);
            readOnly(property, self -> type.write(getter.apply(self)));
            return does(
                    "set" + capitalized(property),
                    (self, arguments) -> setter.accept(self, arguments.get(value)),
                    value);
        }

        Operations build() {
            return new Operations(new TreeMap<>(byName));
        }

        private static String capitalized(String property) {
            return property.substring(0, 1).toUpperCase(Locale.ROOT) + property.substring(1);
        }
    }
}

package plenum.mediaserver.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** One operation of a remote class: its declared parameters and the method behind it. */
public final class Operation<T extends MediaObject> {
    private final String name;
    private final Class<T> owner;
    private final List<Parameter<?>> parameters;
    private final Body<T> body;

    Operation(String name, Class<T> owner, List<Parameter<?>> parameters, Body<T> body) {
        this.name = name;
        this.owner = owner;
        this.parameters = List.copyOf(parameters);
        this.body = body;
    }

    public String name() {
        return name;
    }

    public List<Parameter<?>> parameters() {
        return parameters;
    }

    /** To be called on the target's home. */
    public CompletionStage<JsonNode> invoke(MediaObject target, ObjectNode given, ObjectLookup objects) {
        return body.run(owner.cast(target), Arguments.read(parameters, given, objects));
    }

    /** The implementation of an operation. */
    @FunctionalInterface
    interface Body<T> {
        CompletionStage<JsonNode> run(T self, Arguments arguments);
    }
}

package plenum.mediaserver.element;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plenum.mediaserver.object.ObjectContext;
import plenum.mediaserver.object.Operations;
import plenum.mediaserver.object.Parameter;
import plenum.mediaserver.object.RemoteClass;
import plenum.mediaserver.object.ValueType;

/** A hub in which the client chooses the source port of each port. */
final class Dispatcher extends Hub {
    private static final Parameter<HubPort> SOURCE =
            Parameter.required("source", ValueType.reference("HubPort", HubPort.class));
    private static final Parameter<HubPort> SINK =
            Parameter.required("sink", ValueType.reference("HubPort", HubPort.class));

    static final RemoteClass DISPATCHER =
            HUB.extended("Dispatcher", "elements", Dispatcher.class, Set.of(), Dispatcher::describe);

    private final Map<HubPort, HubPort> sourceBySink = new HashMap<>();

    Dispatcher(ObjectContext context, MediaPipeline pipeline) {
        super(context, DISPATCHER, pipeline);
    }

    private static void describe(Operations.Table<Dispatcher> operations) {
        operations.does("connect", (self, given) -> self.route(given.get(SOURCE), given.get(SINK)), SOURCE, SINK);
    }

    private void route(HubPort source, HubPort sink) {
        requireOwn(source);
        requireOwn(sink);
        sourceBySink.put(sink, source);
        sink.rerouted();
    }

    @Override
    @Nullable
    HubPort sourceOf(HubPort port) {
        return sourceBySink.get(port);
    }

    @Override
    void forget(HubPort port) {
        sourceBySink.remove(port);
        sourceBySink.values().removeIf(source -> source == port);
    }
}

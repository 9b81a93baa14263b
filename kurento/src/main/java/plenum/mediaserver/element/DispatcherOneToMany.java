package plenum.mediaserver.element;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import plenum.mediaserver.object.ObjectContext;
import plenum.mediaserver.object.Operations;
import plenum.mediaserver.object.Parameter;
import plenum.mediaserver.object.RemoteClass;
import plenum.mediaserver.object.ValueType;

/** A hub in which one port feeds all others. */
final class DispatcherOneToMany extends Hub {
    private static final Parameter<HubPort> SOURCE =
            Parameter.required("source", ValueType.reference("HubPort", HubPort.class));

    static final RemoteClass DISPATCHER_ONE_TO_MANY = HUB.extended(
            "DispatcherOneToMany", "elements", DispatcherOneToMany.class, Set.of(), DispatcherOneToMany::describe);

    private @Nullable HubPort source;

    DispatcherOneToMany(ObjectContext context, MediaPipeline pipeline) {
        super(context, DISPATCHER_ONE_TO_MANY, pipeline);
    }

    private static void describe(Operations.Table<DispatcherOneToMany> operations) {
        operations
                .does("setSource", (self, given) -> self.source(given.get(SOURCE)), SOURCE)
                .does("removeSource", (self, given) -> self.source(null));
    }

    private void source(@Nullable HubPort port) {
        if (port != null) {
            requireOwn(port);
        }
        source = port;
        rerouted();
    }

    @Override
    @Nullable
    HubPort sourceOf(HubPort port) {
        return port == source ? null : source;
    }

    @Override
    void forget(HubPort port) {
        source = port == source ? null : source;
    }
}

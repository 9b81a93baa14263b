package plenum.mediaserver.element;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plenum.mediaserver.object.ErrorCode;
import plenum.mediaserver.object.MediaObject;
import plenum.mediaserver.object.MediaObjectInterface;
import plenum.mediaserver.object.ObjectContext;
import plenum.mediaserver.object.Operations;
import plenum.mediaserver.object.RemoteClass;
import plenum.mediaserver.object.RequestRefused;

/** Forwards the media of some of its ports to others. No packet passes through it: the graph resolves its connections. */
abstract class Hub extends MediaObject {
    static final RemoteClass HUB =
            MediaObjectInterface.MEDIA_OBJECT.extended("Hub", "core", Hub.class, Set.of(), Hub::describe);

    private final MediaPipeline pipeline;
    private final List<HubPort> ports = new ArrayList<>();

    Hub(ObjectContext context, RemoteClass remoteClass, MediaPipeline pipeline) {
        super(context, remoteClass, pipeline, pipeline.loop());
        this.pipeline = pipeline;
    }

    private static void describe(Operations.Table<Hub> operations) {
        operations
                .does("getGstreamerDot", (self, given) -> GstreamerDot.refuse(), GstreamerDot.DETAILS)
                .does("dumpGstreamerDot", (self, given) -> GstreamerDot.refuse(), GstreamerDot.DETAILS);
    }

    /** The port whose input comes out of this one; null for none. */
    abstract @Nullable HubPort sourceOf(HubPort port);

    /** A port is no more. */
    abstract void forget(HubPort port);

    MediaPipeline pipeline() {
        return pipeline;
    }

    List<HubPort> ports() {
        return ports;
    }

    /** Refuses the port of another hub. */
    void requireOwn(HubPort port) {
        if (!ports.contains(port)) {
            throw new RequestRefused(ErrorCode.CONNECT_ERROR, "The port belongs to another hub");
        }
    }

    void joined(HubPort port) {
        ports.add(port);
        port.rerouted();
    }

    void left(HubPort port) {
        ports.remove(port);
        forget(port);
        rerouted();
    }

    /** The sources of the ports may have changed. */
    void rerouted() {
        List.copyOf(ports).forEach(HubPort::rerouted);
    }

    @Override
    protected void close() {
        ports.clear();
    }
}

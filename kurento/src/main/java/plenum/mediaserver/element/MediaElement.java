package plenum.mediaserver.element;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import plenum.mediaserver.flow.MediaKind;
import plenum.mediaserver.flow.PacketSource;
import plenum.mediaserver.object.ErrorCode;
import plenum.mediaserver.object.KurentoJson;
import plenum.mediaserver.object.MediaObject;
import plenum.mediaserver.object.ObjectContext;
import plenum.mediaserver.object.RemoteClass;
import plenum.mediaserver.object.RequestRefused;

/** An object of a pipeline with inputs and outputs of media: one of each type. */
abstract class MediaElement extends MediaObject implements MediaNode {
    private final MediaPipeline pipeline;
    private final FlowStates flowsIn = new FlowStates();
    private final FlowStates flowsOut = new FlowStates();
    private final EncoderLimits encoderLimits = new EncoderLimits();

    MediaElement(ObjectContext context, RemoteClass remoteClass, MediaPipeline pipeline) {
        this(context, remoteClass, pipeline, pipeline);
    }

    /** @param parent whose part it is, within the pipeline */
    MediaElement(ObjectContext context, RemoteClass remoteClass, MediaObject parent, MediaPipeline pipeline) {
        super(context, remoteClass, parent, pipeline.loop());
        this.pipeline = pipeline;
    }

    @Override
    public @Nullable PacketSource source(MediaKind kind) {
        return null;
    }

    @Override
    public boolean forwards() {
        return false;
    }

    @Override
    protected void close() {
        for (Connection ended : graph().isolate(this)) {
            if (ended.source() instanceof MediaElement other && other != this) {
                other.emit("ElementDisconnected", ended.toEventData());
            }
        }
    }

    /** Asks whoever publishes what this element brings in for a key frame. */
    void requestKeyFrameOfSource() {}

    MediaGraph graph() {
        return pipeline.graph();
    }

    EncoderLimits encoderLimits() {
        return encoderLimits;
    }

    /** The statistics for {@code getStats}, of one type or of all. */
    ObjectNode stats(Optional<MediaType> type) {
        StatsReport report = new StatsReport(context().clock().millis());
        report.addElement(id(), "ElementStats", "element", type);
        return report.toJson();
    }

    /** Joins this element's outputs to the sink's inputs: of one type, or of all. */
    void connect(MediaElement sink, Optional<MediaType> type, String sourceDescription, String sinkDescription) {
        if (sink.pipeline != pipeline) {
            throw new RequestRefused(ErrorCode.CONNECT_ERROR, "Media elements do not share pipeline");
        }
        for (MediaType each : type.map(List::of).orElse(MediaType.CONNECTING_ORDER)) {
            Connection wanted = new Connection(this, sink, each, sourceDescription, sinkDescription);
            if (graph().connection(this, sink, each).filter(wanted::equals).isEmpty()) {
                Optional<Connection> replaced = graph().connect(wanted);
                replaced.ifPresent(MediaElement::tellDisconnected);
                emit("ElementConnected", wanted.toEventData());
            }
        }
    }

    /** Undoes {@link #connect}; what is not connected stays so. */
    void disconnect(MediaElement sink, Optional<MediaType> type) {
        for (MediaType each : type.map(List::of).orElse(MediaType.CONNECTING_ORDER)) {
            graph().disconnect(this, sink, each).ifPresent(MediaElement::tellDisconnected);
        }
    }

    ArrayNode sourceConnections(Optional<MediaType> type, Optional<String> description) {
        return listed(graph().incoming(this), type, of(description, Connection::sinkDescription));
    }

    ArrayNode sinkConnections(Optional<MediaType> type, Optional<String> description) {
        return listed(graph().outgoing(this), type, of(description, Connection::sourceDescription));
    }

    boolean isFlowingIn(MediaType type) {
        return flowsIn.isFlowing(type);
    }

    boolean isFlowingOut(MediaType type) {
        return flowsOut.isFlowing(type);
    }

    /** Media of this kind (do not) come into the element from the pipeline. */
    void flowIn(MediaKind kind, boolean flowing) {
        if (flowsIn.change(kind, flowing)) {
            emit("MediaFlowInStateChanged", FlowStates.eventData(kind, flowing));
        }
    }

    /** Media of this kind (do not) come out of the element into the pipeline. */
    void flowOut(MediaKind kind, boolean flowing) {
        if (flowsOut.change(kind, flowing)) {
            emit("MediaFlowOutStateChanged", FlowStates.eventData(kind, flowing));
            graph().refreshBelow(this, kind);
        }
    }

    private static void tellDisconnected(Connection ended) {
        if (ended.source() instanceof MediaElement element) {
            element.emit("ElementDisconnected", ended.toEventData());
        }
    }

    private static Predicate<Connection> of(Optional<String> description, Function<Connection, String> descriptionOf) {
        return connection -> description
                .filter(wanted -> !wanted.equals(descriptionOf.apply(connection)))
                .isEmpty();
    }

    private static ArrayNode listed(
            List<Connection> connections, Optional<MediaType> type, Predicate<Connection> matchesDescription) {
        Set<MediaType> types = type.map(Set::of).orElse(Set.of(MediaType.values()));
        List<Connection> wanted = connections.stream()
                .filter(connection -> types.contains(connection.type()))
                .filter(matchesDescription)
                .toList();
        return KurentoJson.array(wanted, Connection::toJson);
    }
}

package plenum.mediaserver.element;

import java.util.Set;
import plenum.mediaserver.loop.EventLoop;
import plenum.mediaserver.object.MediaObject;
import plenum.mediaserver.object.MediaObjectInterface;
import plenum.mediaserver.object.ObjectContext;
import plenum.mediaserver.object.Operations;
import plenum.mediaserver.object.RemoteClass;
import plenum.mediaserver.object.ValueType;

/** A pipeline: the elements of one conference, their graph, and the event loop on which they live. */
final class MediaPipeline extends MediaObject {
    static final RemoteClass MEDIA_PIPELINE = MediaObjectInterface.MEDIA_OBJECT.extended(
            "MediaPipeline", "core", MediaPipeline.class, Set.of(), MediaPipeline::describe);

    private final EventLoop loop;
    private final MediaGraph graph = new MediaGraph();
    private boolean measuresLatency;

    MediaPipeline(ObjectContext context, EventLoop loop) {
        super(context, MEDIA_PIPELINE, null, loop);
        this.loop = loop;
    }

    private static void describe(Operations.Table<MediaPipeline> operations) {
        operations
                .property(
                        "latencyStats",
                        ValueType.BOOLEAN,
                        self -> self.measuresLatency,
                        (self, measure) -> self.measuresLatency = measure)
                .does("getGstreamerDot", (self, given) -> GstreamerDot.refuse(), GstreamerDot.DETAILS)
                .does("dumpGstreamerDot", (self, given) -> GstreamerDot.refuse(), GstreamerDot.DETAILS);
    }

    EventLoop loop() {
        return loop;
    }

    MediaGraph graph() {
        return graph;
    }

    @Override
    protected MediaObject pipelineObject() {
        return this;
    }

    @Override
    protected void close() {
        measuresLatency = false;
    }
}

package plenum.mediaserver.element;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import plenum.mediaserver.flow.MediaKind;
import plenum.mediaserver.object.ErrorCode;
import plenum.mediaserver.object.KurentoJson;
import plenum.mediaserver.object.ObjectContext;
import plenum.mediaserver.object.Operations;
import plenum.mediaserver.object.RemoteClass;
import plenum.mediaserver.object.RequestRefused;
import plenum.mediaserver.record.Recorders;
import plenum.mediaserver.record.Recording;
import plenum.mediaserver.record.RecordingFailure;

/** Kurento's RecorderEndpoint over one {@link Recording}: writes its inputs to a file or to a host. */
final class RecorderEndpoint extends UriEndpoint {
    static final RemoteClass RECORDER_ENDPOINT = URI_ENDPOINT.extended(
            "RecorderEndpoint",
            "elements",
            RecorderEndpoint.class,
            Set.of("Recording", "Paused", "Stopped"),
            RecorderEndpoint::describe);

    private final Recording recording;

    RecorderEndpoint(
            ObjectContext context, MediaPipeline pipeline, Recorders recorders, String uri, Set<MediaKind> kinds) {
        super(context, RECORDER_ENDPOINT, pipeline, uri);
        recording = recorders.create(pipeline.loop(), uri, kinds, new Events());
    }

    private static void describe(Operations.Table<RecorderEndpoint> operations) {
        operations
                .does("record", (self, given) -> self.record())
                .answersLater("stopAndWait", (self, given) -> self.stopAndWait());
    }

    private void record() {
        if (!recording.record()) {
            throw new RequestRefused(
                    ErrorCode.MEDIA_OBJECT_OPERATION_NOT_SUPPORTED,
                    "This recording has ended: make another RecorderEndpoint for the next");
        }
        if (recording.isRunning() && become(State.START)) {
            emit("Recording", KurentoJson.object()); // after a pause; else the first media begin it
        }
    }

    @Override
    void pause() {
        if (recording.pause() && become(State.PAUSE)) {
            emit("Paused", KurentoJson.object());
        }
    }

    @Override
    void stop() {
        stopAndWait();
    }

    private CompletionStage<JsonNode> stopAndWait() {
        boolean ran = recording.isAsked();
        return recording.stop().thenApply(nothing -> {
            become(State.STOP);
            if (ran) {
                emit("Stopped", KurentoJson.object());
            }
            return NullNode.instance;
        });
    }

    @Override
    public void inputChanged(MediaKind kind, @Nullable MediaNode origin) {
        recording.source(kind, origin == null ? null : origin.source(kind));
    }

    @Override
    protected void close() {
        super.close();
        recording.stop();
    }

    private final class Events implements Recording.Listener {
        @Override
        public void started() {
            if (become(State.START)) {
                emit("Recording", KurentoJson.object());
            }
        }

        @Override
        public void failed(RecordingFailure failure) {
            damaged(failure);
            become(State.STOP);
        }

        @Override
        public void damaged(RecordingFailure failure) {
            tellError(failure.type(), failure.code(), failure.description());
        }

        @Override
        public void flows(MediaKind kind, boolean flowing) {
            flowIn(kind, flowing);
        }
    }
}

package plenum.mediaserver.element;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.mediaserver.object.KurentoJson;
import plenum.mediaserver.object.ObjectContext;
import plenum.mediaserver.object.Operations;
import plenum.mediaserver.object.RemoteClass;

/** An endpoint whose other side is a file or an HTTP resource. */
abstract class UriEndpoint extends MediaElement {
    private static final Logger LOG = LoggerFactory.getLogger(UriEndpoint.class);

    static final RemoteClass URI_ENDPOINT = SdpEndpointInterface.ENDPOINT.extended(
            "UriEndpoint", "core", UriEndpoint.class, Set.of("UriEndpointStateChanged"), UriEndpoint::describe);

    /** As clients see it. */
    enum State {
        STOP,
        START,
        PAUSE
    }

    private final String uri;
    private State state = State.STOP;

    UriEndpoint(ObjectContext context, RemoteClass remoteClass, MediaPipeline pipeline, String uri) {
        super(context, remoteClass, pipeline);
        this.uri = uri;
    }

    private static void describe(Operations.Table<UriEndpoint> operations) {
        operations
                .readOnly("uri", self -> TextNode.valueOf(self.uri))
                .readOnly("state", self -> TextNode.valueOf(self.state.name()))
                .does("pause", (self, given) -> self.pause())
                .does("stop", (self, given) -> self.stop());
    }

    abstract void pause();

    abstract void stop();

    String uri() {
        return uri;
    }

    /** Returns whether this is news. */
    boolean become(State next) {
        if (state == next) {
            return false;
        }
        state = next;
        emit("UriEndpointStateChanged", KurentoJson.object().put("state", next.name()));
        return true;
    }

    /** @param code of the media framework that the real server is made of */
    void tellError(String type, int code, String description) {
        LOG.info("{} failed: {}", id(), description);
        emitUntyped(
                "Error",
                KurentoJson.object()
                        .put("description", description)
                        .put("errorCode", code)
                        .put("type", type));
    }
}

package plenum.mediaserver.element;

import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plenum.mediaserver.flow.MediaKind;
import plenum.mediaserver.flow.PacketSource;
import plenum.mediaserver.object.ErrorCode;
import plenum.mediaserver.object.KurentoJson;
import plenum.mediaserver.object.ObjectContext;
import plenum.mediaserver.object.Operations;
import plenum.mediaserver.object.Parameter;
import plenum.mediaserver.object.RemoteClass;
import plenum.mediaserver.object.RequestRefused;
import plenum.mediaserver.object.ValueType;
import plenum.mediaserver.play.Playback;
import plenum.mediaserver.uri.MediaLocations;
import plenum.mediaserver.webrtc.WebRtcPeers;

/** Kurento's PlayerEndpoint over one {@link Playback}: plays a file into the pipeline. */
final class PlayerEndpoint extends UriEndpoint {
    private static final Parameter<Long> POSITION = Parameter.required("position", ValueType.LONG);

    static final RemoteClass PLAYER_ENDPOINT = URI_ENDPOINT.extended(
            "PlayerEndpoint", "elements", PlayerEndpoint.class, Set.of("EndOfStream"), PlayerEndpoint::describe);

    private final Playback playback;

    PlayerEndpoint(
            ObjectContext context, MediaPipeline pipeline, WebRtcPeers peers, MediaLocations locations, String uri) {
        super(context, PLAYER_ENDPOINT, pipeline, uri);
        playback = new Playback(pipeline.loop(), peers.clock(), locations, uri, new Events());
    }

    private static void describe(Operations.Table<PlayerEndpoint> operations) {
        operations
                .does("play", (self, given) -> self.play())
                .readOnly("videoInfo", PlayerEndpoint::videoInfo)
                .answers("getPosition", (self, given) -> LongNode.valueOf(self.playback.positionMillis()))
                .does("setPosition", (self, given) -> self.seek(given.get(POSITION)), POSITION)
                .does("getElementGstreamerDot", (self, given) -> GstreamerDot.refuse());
    }

    private void play() {
        become(State.START);
        playback.play();
    }

    @Override
    void pause() {
        playback.pause();
        become(State.PAUSE);
    }

    @Override
    void stop() {
        playback.stop();
        become(State.STOP);
    }

    private void seek(long millis) {
        if (!playback.seek(millis)) {
            throw new RequestRefused(ErrorCode.MEDIA_OBJECT_OPERATION_NOT_SUPPORTED, "Seek fails");
        }
    }

    private ObjectNode videoInfo() {
        long duration = playback.info().durationMillis();
        return KurentoJson.complex("VideoInfo")
                .put("duration", duration)
                .put("isSeekable", duration > 0)
                .put("seekableInit", 0)
                .put("seekableEnd", duration);
    }

    @Override
    public PacketSource source(MediaKind kind) {
        return playback.source(kind);
    }

    /** A player has no input: what is connected to it has no effect, as with the real server. */
    @Override
    public void inputChanged(MediaKind kind, @Nullable MediaNode origin) {
        flowIn(kind, false);
    }

    @Override
    protected void close() {
        super.close();
        playback.close();
    }

    private final class Events implements Playback.Listener {
        @Override
        public void flows(MediaKind kind, boolean flowing) {
            flowOut(kind, flowing);
        }

        @Override
        public void ended() {
            emit("EndOfStream", KurentoJson.object());
            become(State.STOP);
        }

        @Override
        public void failed(String reason) {
            tellError("INVALID_URI", 0, reason);
        }
    }
}

package plenum.mediaserver;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import plenum.mediaserver.object.KurentoJson;
import plenum.mediaserver.object.MediaObject;
import plenum.mediaserver.object.ObjectRegistry;
import plenum.mediaserver.webrtc.WebRtcPeers;

/** The content of {@code GET /health}. */
final class ServerHealth {
    /** The longest time that a request waits. */
    private static final long LIMIT_MILLIS = 800;

    private final ObjectRegistry registry;
    private final WebRtcPeers peers;

    ServerHealth(ObjectRegistry registry, WebRtcPeers peers) {
        this.registry = registry;
        this.peers = peers;
    }

    /** The page; fails when a loop does not do anything. */
    CompletionStage<String> toJson() {
        return peers.pulse()
                .toCompletableFuture()
                .orTimeout(LIMIT_MILLIS, TimeUnit.MILLISECONDS)
                .thenApply(alive -> countsToJson());
    }

    private String countsToJson() {
        List<String> classes = registry.all().stream()
                .map(MediaObject::remoteClass)
                .map(type -> type.name())
                .toList();
        long pipelines = classes.stream().filter("MediaPipeline"::equals).count();
        long endpoints =
                classes.stream().filter(name -> name.endsWith("Endpoint")).count();
        return KurentoJson.object()
                .put("status", "up")
                .put("version", version())
                .put("pipelines", pipelines)
                .put("endpoints", endpoints)
                .toString();
    }

    static String version() {
        return Optional.ofNullable(ServerHealth.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}

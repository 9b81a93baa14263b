package plenum.mediaserver;

import java.util.List;
import java.util.Optional;
import plenum.mediaserver.object.KurentoJson;
import plenum.mediaserver.object.MediaObject;
import plenum.mediaserver.object.ObjectRegistry;

/** What {@code GET /health} tells. */
final class ServerHealth {
    private final ObjectRegistry registry;

    ServerHealth(ObjectRegistry registry) {
        this.registry = registry;
    }

    String toJson() {
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

package plenum.mediaserver.element;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import plenum.mediaserver.object.KurentoJson;
import plenum.mediaserver.object.MediaObject;
import plenum.mediaserver.object.MediaObjectInterface;
import plenum.mediaserver.object.ObjectContext;
import plenum.mediaserver.object.ObjectRegistry;
import plenum.mediaserver.object.Operations;
import plenum.mediaserver.object.Parameter;
import plenum.mediaserver.object.RegistryListener;
import plenum.mediaserver.object.RemoteClass;
import plenum.mediaserver.object.ValueType;

/**
 * Kurento's ServerManager: describes the server and reports the creation and release of objects. It always exists and cannot be released.
 */
public final class ServerManager extends MediaObject implements RegistryListener {
    public static final String ID = "manager_ServerManager";

    private static final Duration LONGEST_MEASUREMENT = Duration.ofMinutes(1);
    private static final Parameter<String> MODULE = Parameter.required("moduleName", ValueType.STRING);
    private static final Parameter<Integer> INTERVAL = Parameter.required("interval", ValueType.INT);

    static final RemoteClass SERVER_MANAGER = MediaObjectInterface.MEDIA_OBJECT.extended(
            "ServerManager",
            "core",
            ServerManager.class,
            Set.of("ObjectCreated", "ObjectDestroyed"),
            ServerManager::describe);

    private final ScheduledExecutorService thread;
    private final ServerLoad load;
    private final ModuleDescriptions modules;

    /** Lives on {@code thread}, which it shares with nothing that blocks. */
    public ServerManager(
            ObjectContext context, ScheduledExecutorService thread, ServerLoad load, ElementCatalog catalog) {
        super(context, SERVER_MANAGER, thread, ID);
        this.thread = thread;
        this.load = load;
        this.modules = new ModuleDescriptions(catalog, context.clock().instant());
    }

    private static void describe(Operations.Table<ServerManager> operations) {
        operations
                .readOnly("info", self -> self.modules.serverInfo())
                .readOnly("pipelines", ServerManager::pipelines)
                .readOnly(
                        "sessions",
                        self -> KurentoJson.array(self.context().registry().sessionIds(), KurentoJson::text))
                .readOnly("metadata", self -> KurentoJson.text(""))
                .answers("getKmd", (self, given) -> self.modules.kmd(given.get(MODULE)), MODULE)
                .answers("getCpuCount", (self, given) -> IntNode.valueOf(self.load.cpuCount()))
                .answers("getUsedMemory", (self, given) -> LongNode.valueOf(self.load.usedMemoryKibibytes()))
                .answersLater("getUsedCpu", (self, given) -> self.usedCpu(given.get(INTERVAL)), INTERVAL);
    }

    /** A client that is told of a pipeline may use it, so the shared session refers to it from now on. */
    private ArrayNode pipelines() {
        ObjectRegistry registry = context().registry();
        List<MediaObject> pipelines = registry.all().stream()
                .filter(object -> object.remoteClass() == MediaPipeline.MEDIA_PIPELINE)
                .toList();
        pipelines.forEach(pipeline -> registry.refer(ObjectRegistry.SHARED_SESSION, pipeline));
        return KurentoJson.array(pipelines, pipeline -> KurentoJson.text(pipeline.id()));
    }

    /** Percent of all processors over the interval that begins now. */
    private CompletionStage<JsonNode> usedCpu(int intervalMillis) {
        long wait = Math.clamp(intervalMillis, 1, LONGEST_MEASUREMENT.toMillis());
        long before = load.cpuTimeNanos();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        thread.schedule(
                () -> {
                    double available = (double) TimeUnit.MILLISECONDS.toNanos(wait) * load.cpuCount();
                    double percent = 100 * (load.cpuTimeNanos() - before) / available;
                    answer.complete(DoubleNode.valueOf(Math.clamp(percent, 0, 100)));
                },
                wait,
                TimeUnit.MILLISECONDS);
        return answer;
    }

    @Override
    public void created(MediaObject object) {
        tell("ObjectCreated", "object", object);
    }

    @Override
    public void destroyed(MediaObject object) {
        tell("ObjectDestroyed", "objectId", object);
    }

    /** News come on the homes of other objects. */
    private void tell(String event, String field, MediaObject object) {
        thread.execute(() -> emitUntyped(event, KurentoJson.object().put(field, object.id())));
    }

    @Override
    public void sessionEnded(String sessionId) {
        // sessions come and go without an event
    }

    @Override
    protected void close() {
        // it ends with the server
    }
}

package plenum.mediaserver.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import plenum.mediaserver.object.Arguments;
import plenum.mediaserver.object.Catalog;
import plenum.mediaserver.object.ErrorCode;
import plenum.mediaserver.object.Factory;
import plenum.mediaserver.object.KurentoJson;
import plenum.mediaserver.object.MediaObject;
import plenum.mediaserver.object.ObjectRegistry;
import plenum.mediaserver.object.Operation;
import plenum.mediaserver.object.RemoteClass;
import plenum.mediaserver.object.RequestRefused;
import plenum.mediaserver.object.Subscriptions;
import plenum.mediaserver.rpc.RpcMethod.SessionUse;

/** The methods of the protocol by name; {@code transaction} calls the others. */
final class RpcMethods {
    private static final String MODULE_PREFIX = "kurento.";

    private final String serverId;
    private final ObjectRegistry registry;
    private final Subscriptions subscriptions;
    private final Catalog catalog;
    private final Map<String, RpcMethod> byName;

    RpcMethods(String serverId, ObjectRegistry registry, Subscriptions subscriptions, Catalog catalog) {
        this.serverId = serverId;
        this.registry = registry;
        this.subscriptions = subscriptions;
        this.catalog = catalog;
        this.byName = Map.ofEntries(
                Map.entry("ping", new RpcMethod(SessionUse.SHOWN, call -> value("pong"))),
                Map.entry("connect", new RpcMethod(SessionUse.TAKEN_OVER, this::connect)),
                Map.entry("keepAlive", new RpcMethod(SessionUse.REQUIRED, this::keepAlive)),
                Map.entry("closeSession", new RpcMethod(SessionUse.ENDED, this::closeSession)),
                Map.entry("create", used(this::create)),
                Map.entry("invoke", used(this::invoke)),
                Map.entry("subscribe", used(this::subscribe)),
                Map.entry("unsubscribe", used(this::unsubscribe)),
                Map.entry("release", used(this::release)),
                Map.entry("ref", used(this::ref)),
                Map.entry("unref", used(this::unref)),
                Map.entry("describe", used(this::describe)));
    }

    private static RpcMethod used(RpcMethod.Body body) {
        return new RpcMethod(SessionUse.USED, body);
    }

    Optional<RpcMethod> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    private CompletionStage<JsonNode> connect(RpcCall call) {
        if (call.has("sessionId") && !registry.keepAlive(call.sessionId())) {
            throw invalidSession();
        }
        return done(KurentoJson.object().put("serverId", serverId));
    }

    private CompletionStage<JsonNode> keepAlive(RpcCall call) {
        if (!registry.keepAlive(call.sessionId())) {
            throw invalidSession();
        }
        return done();
    }

    private CompletionStage<JsonNode> closeSession(RpcCall call) {
        if (!registry.closeSession(call.sessionId())) {
            throw invalidSession();
        }
        return done(NullNode.instance);
    }

    private CompletionStage<JsonNode> create(RpcCall call) {
        String requested = call.text("type");
        String type = requested.startsWith(MODULE_PREFIX) ? requested.substring(MODULE_PREFIX.length()) : requested;
        Factory factory = catalog.find(type)
                .orElseThrow(() -> new RequestRefused(
                        ErrorCode.MEDIA_OBJECT_NOT_AVAILABLE, "Factory '" + requested + "' not found"));
        if (!factory.parameters().isEmpty() && !call.has("constructorParams")) {
            throw new RequestRefused(ErrorCode.MARSHALL_ERROR, "'constructorParams' is required");
        }
        Arguments arguments = Arguments.read(factory.parameters(), call.nested("constructorParams"), registry);
        ObjectNode properties = call.nested("properties");
        Factory.Creation creation = factory.constructor().apply(arguments);
        return at(
                creation.home(),
                () -> value(creation.run(registry, call.sessionId(), properties).id()));
    }

    private CompletionStage<JsonNode> invoke(RpcCall call) {
        MediaObject object = registry.require(call.text("object"));
        String name = call.text("operation");
        ObjectNode given = call.nested("operationParams");
        registry.refer(call.sessionId(), object);
        Operation<?> operation = object.remoteClass().operations().require(name, given.size());
        return at(object.home(), () -> operation
                .invoke(registry.require(object.id()), given, registry)
                .thenApply(RpcMethods::withValue));
    }

    private CompletionStage<JsonNode> subscribe(RpcCall call) {
        String type = call.text("type");
        MediaObject object = registry.require(call.text("object"));
        registry.refer(call.sessionId(), object);
        String id = subscriptions.subscribe(call.sessionId(), object, type);
        if (registry.find(object.id()).isEmpty()) {
            subscriptions.forgetObject(object.id());
        }
        return value(id);
    }

    private CompletionStage<JsonNode> unsubscribe(RpcCall call) {
        String subscription = call.text("subscription");
        subscriptions.unsubscribe(call.text("object"), subscription);
        return done();
    }

    /** After all that was asked of the object before. One that is gone is as good as released. */
    private CompletionStage<JsonNode> release(RpcCall call) {
        return registry.find(call.text("object"))
                .map(object -> at(object.home(), () -> {
                    registry.release(object);
                    return done();
                }))
                .orElseGet(RpcMethods::done);
    }

    private CompletionStage<JsonNode> ref(RpcCall call) {
        registry.refer(call.sessionId(), registry.require(call.text("object")));
        return done();
    }

    private CompletionStage<JsonNode> unref(RpcCall call) {
        registry.find(call.text("object")).ifPresent(object -> registry.unrefer(call.sessionId(), object));
        return done();
    }

    private CompletionStage<JsonNode> describe(RpcCall call) {
        MediaObject object = registry.require(call.text("object"));
        registry.refer(call.sessionId(), object);
        RemoteClass remoteClass = object.remoteClass();
        ObjectNode description =
                KurentoJson.object().put("type", remoteClass.name()).put("qualifiedType", remoteClass.qualifiedName());
        return done(description.set(
                "hierarchy",
                KurentoJson.array(
                        remoteClass.hierarchy(), superclass -> KurentoJson.text(superclass.qualifiedName()))));
    }

    private static RequestRefused invalidSession() {
        return new RequestRefused(ErrorCode.INVALID_SESSION, "Invalid session");
    }

    /** Runs a step at an object's home. */
    private static CompletionStage<JsonNode> at(Executor home, Supplier<CompletionStage<JsonNode>> step) {
        return CompletableFuture.supplyAsync(step, home).thenCompose(Function.identity());
    }

    private static CompletionStage<JsonNode> value(String value) {
        return done(withValue(KurentoJson.text(value)));
    }

    private static JsonNode withValue(JsonNode value) {
        return KurentoJson.object().set("value", value);
    }

    private static CompletionStage<JsonNode> done() {
        return done(KurentoJson.object());
    }

    private static CompletionStage<JsonNode> done(JsonNode result) {
        return CompletableFuture.completedFuture(result);
    }
}

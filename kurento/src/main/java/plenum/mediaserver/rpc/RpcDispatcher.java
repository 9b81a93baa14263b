package plenum.mediaserver.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.mediaserver.object.Catalog;
import plenum.mediaserver.object.ErrorCode;
import plenum.mediaserver.object.KurentoJson;
import plenum.mediaserver.object.ObjectContext;
import plenum.mediaserver.object.RequestRefused;
import plenum.mediaserver.rpc.RpcMethod.SessionUse;

/**
 * Executes the requests of connections: finds session and method, and sends the reply. The one place where failures become errors of the
 * protocol.
 */
public final class RpcDispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(RpcDispatcher.class);
    private static final int MAX_SESSION_ID = 100;
    private static final Duration REPLIES_KEPT_FOR = Duration.ofSeconds(20);
    private static final int REPLIES_KEPT = 4096;

    private final RpcCodec codec = new RpcCodec();
    private final RpcMethods methods;
    private final SessionRoutes routes;
    private final ReplyCache cache;
    private final Supplier<String> uuids;

    /** Serves the objects of {@code context} and makes more of them from the catalog. */
    public RpcDispatcher(ObjectContext context, Catalog catalog, SessionRoutes routes) {
        this.uuids = context.uuids();
        this.methods = new RpcMethods(uuids.get(), context.registry(), context.subscriptions(), catalog);
        this.routes = routes;
        this.cache = new ReplyCache(context.clock(), REPLIES_KEPT_FOR, REPLIES_KEPT);
    }

    /** Takes a message; the stage completes when it is answered. */
    CompletionStage<?> take(ClientLink link, String text) {
        return switch (codec.read(text)) {
            case Incoming.Unreadable unreadable -> {
                link.drop(unreadable.reason());
                yield CompletableFuture.completedFuture(null);
            }
            case Incoming.Invalid invalid -> {
                send(link, RpcResponse.failed(null, RpcError.invalidRequest()));
                yield CompletableFuture.completedFuture(null);
            }
            case RpcRequest request ->
                answer(link, request)
                        .thenAccept(response -> send(link, response))
                        .exceptionally(e -> {
                            LOG.error("a reply to {} could not be sent", request.method(), e);
                            return null;
                        });
        };
    }

    /** The connection is gone; its sessions stay until they are collected. */
    void closed(ClientLink link) {
        routes.forget(link);
    }

    private void send(ClientLink link, RpcResponse response) {
        link.send(codec.write(response.toJson()));
    }

    private CompletionStage<RpcResponse> answer(ClientLink link, RpcRequest request) {
        try {
            RpcMethod method = method(request.method());
            ObjectNode params = params(request);
            String session = session(link, method.session(), params);
            Supplier<CompletionStage<RpcResponse>> fresh = () -> perform(request, method, new RpcCall(session, params));
            if (method.session() == SessionUse.TAKEN_OVER) {
                return fresh.get().thenApply(response -> takenOver(link, session, response));
            }
            JsonNode id = request.id();
            return id != null && method.session() == SessionUse.USED ? cache.reply(session, id, fresh) : fresh.get();
        } catch (RequestRefused refused) {
            return CompletableFuture.completedFuture(RpcResponse.failed(request.id(), RpcError.of(refused)));
        }
    }

    private RpcMethod method(String name) {
        if (name.equals("transaction")) {
            return new RpcMethod(SessionUse.USED, this::transaction);
        }
        return methods.find(name)
                .orElseThrow(() -> new RequestRefused(ErrorCode.METHOD_NOT_FOUND, "Method not found."));
    }

    private static ObjectNode params(RpcRequest request) {
        if (request.params() instanceof ObjectNode params) {
            return params;
        }
        throw new RequestRefused(
                ErrorCode.INTERNAL_ERROR, "Unexpected error while processing method: params should be an object");
    }

    /** The session of a request, bound to the connection from now on as far as the method says so. Empty for none. */
    private String session(ClientLink link, SessionUse use, ObjectNode params) {
        Optional<String> named = Optional.ofNullable(params.get("sessionId"))
                .filter(JsonNode::isValueNode)
                .map(JsonNode::asText)
                .filter(id -> !id.isEmpty() && id.length() <= MAX_SESSION_ID);
        return switch (use) {
            case SHOWN -> named.or(link::session).orElse("");
            case REQUIRED -> named.or(link::session).orElseThrow(() -> RpcCall.missing("sessionId"));
            case ENDED -> {
                link.session().ifPresent(routes::unbind);
                link.session(Optional.empty());
                yield named.orElseThrow(() -> RpcCall.missing("sessionId"));
            }
            case TAKEN_OVER -> named.or(link::session).orElseGet(uuids);
            case USED -> bound(link, named.or(link::session));
        };
    }

    private RpcResponse takenOver(ClientLink link, String session, RpcResponse response) {
        if (response instanceof RpcResponse.Result) {
            bound(link, Optional.of(session));
        }
        return response;
    }

    private String bound(ClientLink link, Optional<String> wanted) {
        String session = wanted.orElseGet(uuids);
        routes.bind(session, link);
        link.session(Optional.of(session));
        return session;
    }

    private CompletionStage<RpcResponse> perform(RpcRequest request, RpcMethod method, RpcCall call) {
        CompletionStage<JsonNode> result;
        try {
            result = method.body().run(call);
        } catch (RuntimeException e) {
            result = CompletableFuture.failedFuture(e);
        }
        return result.handle((value, failure) -> failure == null
                ? RpcResponse.done(request.id(), withSession(value, call.sessionId()))
                : RpcResponse.failed(request.id(), error(request, failure)));
    }

    private static JsonNode withSession(JsonNode result, String session) {
        return result instanceof ObjectNode object && !session.isEmpty() ? object.put("sessionId", session) : result;
    }

    private static RpcError error(RpcRequest request, Throwable failure) {
        Throwable cause = failure instanceof CompletionException wrapper && wrapper.getCause() != null
                ? wrapper.getCause()
                : failure;
        if (cause instanceof RequestRefused refused) {
            return RpcError.of(refused);
        }
        LOG.error("{} failed", request.method(), cause);
        return RpcError.of(ErrorCode.INTERNAL_ERROR, "Unexpected error while processing method");
    }

    private CompletionStage<JsonNode> transaction(RpcCall call) {
        JsonNode operations = call.params().path("operations");
        if (!operations.isArray()) {
            throw RpcCall.missing("operations");
        }
        Transaction transaction = new Transaction(
                operations.valueStream().map(codec::interpret).toList(), request -> performInside(call, request));
        return transaction.run().thenApply(replies -> KurentoJson.object().set("value", replies));
    }

    private CompletionStage<RpcResponse> performInside(RpcCall transaction, RpcRequest request) {
        try {
            RpcMethod method = methods.find(request.method())
                    .orElseThrow(() -> new RequestRefused(ErrorCode.METHOD_NOT_FOUND, "Method not found."));
            return perform(request, method, new RpcCall(transaction.sessionId(), params(request)));
        } catch (RequestRefused refused) {
            return CompletableFuture.completedFuture(RpcResponse.failed(request.id(), RpcError.of(refused)));
        }
    }
}

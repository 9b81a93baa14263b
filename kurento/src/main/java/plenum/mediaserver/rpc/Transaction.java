package plenum.mediaserver.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import plenum.mediaserver.object.ErrorCode;
import plenum.mediaserver.object.KurentoJson;
import plenum.mediaserver.object.RequestRefused;

/**
 * Several requests in one, executed in order; the first failure ends it, and what was done stays done. A request may refer to the result of
 * the n-th before it as {@code newref:n}.
 */
final class Transaction {
    private static final String REFERENCE = "newref:";

    private final List<RpcRequest> requests;
    private final Function<RpcRequest, CompletionStage<RpcResponse>> performer;
    private final ArrayNode replies = KurentoJson.array(List.<JsonNode>of(), Function.identity());

    /** Refused unless the requests are numbered from 0. */
    Transaction(List<Incoming> operations, Function<RpcRequest, CompletionStage<RpcResponse>> performer) {
        this.requests = operations.stream().map(Transaction::request).toList();
        this.performer = performer;
        for (int i = 0; i < requests.size(); i++) {
            JsonNode id = requests.get(i).id();
            if (id == null || !id.isInt() || id.intValue() != i) {
                throw malformed("Id of request '" + i + "' should be '" + i + "'");
            }
        }
    }

    /** The replies so far as they are sent: up to the first failure. */
    CompletionStage<ArrayNode> run() {
        return step(0);
    }

    private CompletionStage<ArrayNode> step(int index) {
        if (index == requests.size()) {
            return CompletableFuture.completedFuture(replies);
        }
        RpcRequest request = requests.get(index);
        RpcRequest resolved = new RpcRequest(request.id(), request.method(), resolve(request.params()));
        return performer.apply(resolved).thenCompose(response -> {
            replies.add(response.toJson());
            return switch (response) {
                case RpcResponse.Result result -> step(index + 1);
                case RpcResponse.Failure failure -> CompletableFuture.completedFuture(replies);
            };
        });
    }

    private JsonNode resolve(JsonNode value) {
        return switch (value) {
            case TextNode text when text.textValue().startsWith(REFERENCE) -> referred(text);
            case ObjectNode object -> {
                ObjectNode resolved = KurentoJson.object();
                for (Map.Entry<String, JsonNode> field : object.properties()) {
                    resolved.set(field.getKey(), resolve(field.getValue()));
                }
                yield resolved;
            }
            case ArrayNode array -> KurentoJson.array(array.valueStream().toList(), this::resolve);
            default -> value;
        };
    }

    /** A reference that cannot be resolved stays as it is, and is not found later. */
    private JsonNode referred(TextNode reference) {
        String number = reference.textValue().substring(REFERENCE.length());
        if (!number.matches("\\d{1,6}")) {
            return reference;
        }
        JsonNode value = replies.path(Integer.parseInt(number)).path("result").path("value");
        return value.isMissingNode() ? reference : value;
    }

    private static RpcRequest request(Incoming incoming) {
        return switch (incoming) {
            case RpcRequest request -> request;
            case Incoming.Invalid invalid -> throw malformed("A request of the transaction is not valid");
            case Incoming.Unreadable unreadable -> throw malformed("A request of the transaction is not valid");
        };
    }

    private static RequestRefused malformed(String message) {
        return new RequestRefused(ErrorCode.MALFORMED_TRANSACTION, message);
    }
}

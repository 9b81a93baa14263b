package plenum.mediaserver.rpc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import plenum.mediaserver.object.KurentoJson;
import plenum.mediaserver.object.MediaEvent;

/** An event for a client: a notification without id. */
record RpcEvent(MediaEvent event) {
    ObjectNode toJson() {
        ObjectNode value = KurentoJson.object()
                .put("object", event.objectId())
                .put("type", event.type())
                .set("data", event.data());
        ObjectNode params = KurentoJson.object().set("value", value);
        return KurentoJson.object()
                .put("jsonrpc", "2.0")
                .put("method", "onEvent")
                .set("params", params);
    }
}

package plenum.mediaserver.element;

import com.fasterxml.jackson.databind.node.ObjectNode;
import plenum.mediaserver.object.KurentoJson;

/**
 * A connection from one output to one input. The interface descriptions have named pads; here each element has one of each type, called
 * {@code default}.
 */
record Connection(MediaNode source, MediaNode sink, MediaType type, String sourceDescription, String sinkDescription) {
    static final String DEFAULT_PAD = "default";

    /** As in the answers of {@code getSourceConnections}. */
    ObjectNode toJson() {
        return KurentoJson.complex("ElementConnectionData")
                .put("source", source.id())
                .put("sink", sink.id())
                .put("type", type.name())
                .put("sourceDescription", sourceDescription)
                .put("sinkDescription", sinkDescription);
    }

    /** As in the events of the source. */
    ObjectNode toEventData() {
        return KurentoJson.object()
                .put("sink", sink.id())
                .put("mediaType", type.name())
                .put("sourceMediaDescription", sourceDescription)
                .put("sinkMediaDescription", sinkDescription);
    }
}

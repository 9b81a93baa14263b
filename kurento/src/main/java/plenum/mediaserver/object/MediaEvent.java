package plenum.mediaserver.object;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** An event of an object. */
public record MediaEvent(String objectId, String type, ObjectNode data) {}

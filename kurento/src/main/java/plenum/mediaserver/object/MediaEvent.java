package plenum.mediaserver.object;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Something that happened to an object. */
public record MediaEvent(String objectId, String type, ObjectNode data) {}

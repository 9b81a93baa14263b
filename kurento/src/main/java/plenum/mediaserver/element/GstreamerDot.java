package plenum.mediaserver.element;

import plenum.mediaserver.object.ErrorCode;
import plenum.mediaserver.object.Parameter;
import plenum.mediaserver.object.RequestRefused;
import plenum.mediaserver.object.ValueType;

/** The operations on GStreamer graphs. This server has none and answers empty graphs. */
final class GstreamerDot {
    static final Parameter<String> DETAILS = Parameter.optional("details", ValueType.STRING);

    private GstreamerDot() {}

    static void refuse() {
        throw new RequestRefused(
                ErrorCode.MEDIA_OBJECT_OPERATION_NOT_SUPPORTED, "This media server has no GStreamer graph to show");
    }
}

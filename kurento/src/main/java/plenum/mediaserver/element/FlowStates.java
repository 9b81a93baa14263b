package plenum.mediaserver.element;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.Set;
import plenum.mediaserver.flow.MediaKind;
import plenum.mediaserver.object.KurentoJson;

/** The kinds of media that flow in one direction. */
final class FlowStates {
    private final Set<MediaKind> flowing = EnumSet.noneOf(MediaKind.class);

    /** Returns whether this is news. */
    boolean change(MediaKind kind, boolean flows) {
        return flows ? flowing.add(kind) : flowing.remove(kind);
    }

    boolean isFlowing(MediaType type) {
        return type.kind().filter(flowing::contains).isPresent();
    }

    static ObjectNode eventData(MediaKind kind, boolean flows) {
        return KurentoJson.object()
                .put("mediaType", MediaType.of(kind).name())
                .put("padName", Connection.DEFAULT_PAD)
                .put("state", flows ? "FLOWING" : "NOT_FLOWING");
    }
}

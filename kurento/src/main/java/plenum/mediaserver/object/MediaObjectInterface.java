package plenum.mediaserver.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The operations of every object. */
public final class MediaObjectInterface {
    private static final Parameter<String> KEY = Parameter.required("key", ValueType.STRING);
    private static final Parameter<String> VALUE = Parameter.required("value", ValueType.STRING);

    public static final RemoteClass MEDIA_OBJECT =
            RemoteClass.root("MediaObject", MediaObject.class, Set.of("Error"), MediaObjectInterface::describe);

    private MediaObjectInterface() {}

    private static void describe(Operations.Table<MediaObject> operations) {
        operations
                .readOnly("id", self -> KurentoJson.text(self.id()))
                .readOnly("mediaPipeline", self -> idOf(self.pipelineObject()))
                .readOnly("parent", self -> idOf(self.parent().orElse(null)))
                .readOnly("children", self -> KurentoJson.array(self.children(), MediaObjectInterface::idOf))
                .readOnly("creationTime", self -> IntNode.valueOf(self.creationSeconds()))
                .property("name", ValueType.STRING, MediaObject::name, MediaObject::rename)
                .property(
                        "sendTagsInEvents",
                        ValueType.BOOLEAN,
                        MediaObject::sendsTagsInEvents,
                        MediaObject::sendTagsInEvents)
                .does("addTag", (self, given) -> self.addTag(given.get(KEY), given.get(VALUE)), KEY, VALUE)
                .does("removeTag", (self, given) -> self.removeTag(given.get(KEY)), KEY)
                .answers("getTag", (self, given) -> KurentoJson.text(self.tag(given.get(KEY))), KEY)
                .answers("getTags", (self, given) -> self.tags());
    }

    private static JsonNode idOf(@Nullable MediaObject object) {
        return KurentoJson.text(object == null ? null : object.id());
    }
}

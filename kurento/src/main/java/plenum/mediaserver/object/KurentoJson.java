package plenum.mediaserver.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Encodes values for the wire. */
public final class KurentoJson {
    private KurentoJson() {}

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** An empty value of one of Kurento's complex types: it carries its name. */
    public static ObjectNode complex(String type) {
        return object().put("__module__", "kurento").put("__type__", type);
    }

    public static <T> ArrayNode array(Collection<T> items, Function<? super T, ? extends JsonNode> toJson) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode(items.size());
        items.forEach(item -> array.add(toJson.apply(item)));
        return array;
    }

    public static JsonNode text(@Nullable String text) {
        return text == null ? NullNode.instance : TextNode.valueOf(text);
    }
}

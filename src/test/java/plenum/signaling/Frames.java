package plenum.signaling;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import plenum.protocol.WireNames;

/** A frame of any message, made by reflection, so that none is forgotten; with these texts where it names somebody or something. */
final class Frames {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Object> values;

    /** @param values by the names of components */
    Frames(Map<String, Object> values) {
        this.values = values;
    }

    String of(Class<?> message) {
        ObjectNode frame = object(message);
        frame.put("type", WireNames.of(message));
        return frame.toString();
    }

    private ObjectNode object(Class<?> type) {
        ObjectNode object = JSON.createObjectNode();
        for (RecordComponent component : type.getRecordComponents()) {
            add(object, component.getName(), component.getType());
        }
        return object;
    }

    private void add(ObjectNode object, String name, Class<?> type) {
        Object value = values.get(name);
        if (value != null) {
            object.set(name, JSON.valueToTree(value));
        } else if (type == String.class) {
            // those that may be absent, like a token or whom a message is for, change what it means
            if (!name.equals("resume") && !name.equals("device") && !name.equals("to") && !name.equals("ballot")) {
                object.put(name, "text");
            }
        } else if (type == int.class || type == Integer.class || type == long.class) {
            object.put(name, 1);
        } else if (type == boolean.class) {
            object.put(name, true);
        } else if (type == java.util.List.class) {
            object.set(name, list(name));
        } else if (type.isEnum()) {
            object.put(name, WireNames.of((Enum<?>) type.getEnumConstants()[0]));
        } else if (type.isRecord()) {
            object.set(name, object(type));
        }
    }

    private static ArrayNode list(String name) {
        ArrayNode list = JSON.createArrayNode();
        if (name.equals("options")) {
            return list.add("one").add("two");
        }
        return name.equals("choices") ? list.add(0) : list;
    }
}

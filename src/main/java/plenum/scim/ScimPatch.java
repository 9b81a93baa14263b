package plenum.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Changes a resource as JSON, operation by operation (RFC 7644 section 3.5.2). What comes out is then checked and stored as if all of it had been sent. All
 * operations are done, or none.
 */
final class ScimPatch {
    private static final int MOST_OPERATIONS = 1000;
    /** {@code members[value eq "7"].display}: attribute, condition's attribute and value, sub-attribute. */
    private static final Pattern PATH = Pattern.compile(
            "([A-Za-z$][\\w$-]{0,60})(?:\\[\\s*([A-Za-z$][\\w$-]{0,60})\\s+eq\\s+(\"[^\"\\\\]{0,300}\"|true|false)\\s*\\])?(?:\\.([A-Za-z$][\\w$-]{0,60}))?",
            Pattern.CASE_INSENSITIVE);

    private final ObjectNode resource;

    private ScimPatch(ObjectNode resource) {
        this.resource = resource;
    }

    /** @return the same resource, changed */
    static ObjectNode apply(ObjectNode resource, JsonNode request) {
        JsonNode operations = ScimJson.at(request, "Operations");
        if (!operations.isArray() || operations.isEmpty() || operations.size() > MOST_OPERATIONS) {
            throw ScimException.bad("invalidSyntax", "A patch has 1 to " + MOST_OPERATIONS + " Operations.");
        }
        ScimPatch patch = new ScimPatch(resource);
        operations.forEach(patch::apply);
        return resource;
    }

    private void apply(JsonNode operation) {
        String op = ScimJson.text(operation, "op").orElse("").toLowerCase(Locale.ROOT);
        Optional<String> path = ScimJson.text(operation, "path").map(ScimSchemas::withoutUrn);
        JsonNode value = ScimJson.at(operation, "value");
        switch (op) {
            case "add", "replace" -> {
                if (value.isMissingNode()) {
                    throw ScimException.bad("invalidValue", "The operation " + op + " has no value.");
                }
                if (path.isPresent()) {
                    set(path(path.get()), value, op.equals("add"));
                } else {
                    setAll(value, op.equals("add"));
                }
            }
            case "remove" ->
                remove(path(path.orElseThrow(() -> ScimException.bad("noTarget", "What is to be removed?"))), value);
            default -> throw ScimException.bad("invalidSyntax", "Operations are add, replace and remove.");
        }
    }

    /** Without a path, the value has attributes; their names may be paths themselves. */
    private void setAll(JsonNode value, boolean add) {
        if (!value.isObject()) {
            throw ScimException.bad("invalidValue", "Without a path, the value is an object.");
        }
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            set(path(ScimSchemas.withoutUrn(field.getKey())), field.getValue(), add);
        }
    }

    private static Matcher path(String text) {
        Matcher parts = PATH.matcher(text);
        if (!parts.matches()) {
            throw ScimException.bad("invalidPath", "The path cannot be read: " + text);
        }
        return parts;
    }

    private void set(Matcher path, JsonNode value, boolean add) {
        String name = ScimJson.key(resource, path.group(1));
        if (path.group(2) != null) {
            setMatching(name, path, value);
        } else if (path.group(4) != null) {
            ObjectNode parent = resource.get(name) instanceof ObjectNode known ? known : resource.putObject(name);
            parent.set(ScimJson.key(parent, path.group(4)), value);
        } else if (resource.get(name) instanceof ArrayNode known && (add || !value.isArray())) {
            addTo(add ? known : resource.putArray(name), value);
        } else if (add && resource.get(name) instanceof ObjectNode known && value instanceof ObjectNode more) {
            known.setAll(more);
        } else {
            resource.set(name, value);
        }
    }

    /** Of several values, those that fit; the first of its kind is made by adding it. */
    private void setMatching(String name, Matcher path, JsonNode value) {
        ArrayNode values = resource.get(name) instanceof ArrayNode known ? known : resource.putArray(name);
        boolean found = false;
        for (JsonNode one : values) {
            if (one instanceof ObjectNode object && fits(object, path)) {
                found = true;
                setIn(object, path, value);
            }
        }
        if (!found) {
            ObjectNode made = values.addObject();
            made.put(path.group(2), path.group(3).replace("\"", ""));
            setIn(made, path, value);
        }
    }

    private static void setIn(ObjectNode object, Matcher path, JsonNode value) {
        if (path.group(4) != null) {
            object.set(ScimJson.key(object, path.group(4)), value);
        } else if (value instanceof ObjectNode fields) {
            object.setAll(fields);
        } else {
            throw ScimException.bad("invalidValue", "A value of several is an object.");
        }
    }

    /** The same value is there once. */
    private static void addTo(ArrayNode known, JsonNode value) {
        Iterable<JsonNode> added = value.isArray() ? value : List.of(value);
        for (JsonNode one : added) {
            String key = ScimJson.at(one, "value").asText("");
            boolean there = false;
            for (JsonNode other : known) {
                there |=
                        !key.isEmpty() && ScimJson.at(other, "value").asText("").equals(key);
            }
            if (!there) {
                known.add(one);
            }
        }
    }

    private void remove(Matcher path, JsonNode value) {
        String name = ScimJson.key(resource, path.group(1));
        JsonNode known = resource.get(name);
        if (path.group(2) != null) {
            removeMatching(known, path);
        } else if (path.group(4) != null) {
            if (known instanceof ObjectNode object) {
                object.remove(ScimJson.key(object, path.group(4)));
            }
        } else if (known instanceof ArrayNode values && value.isArray() && !value.isEmpty()) {
            // as some directories do: which of the values is said by the operation's own value
            value.forEach(one -> removeValue(values, ScimJson.at(one, "value").asText("")));
        } else {
            resource.set(name, JsonNodeFactory.instance.nullNode());
        }
    }

    private static void removeMatching(@Nullable JsonNode known, Matcher path) {
        if (!(known instanceof ArrayNode values)) {
            return;
        }
        for (Iterator<JsonNode> all = values.elements(); all.hasNext(); ) {
            if (all.next() instanceof ObjectNode object && fits(object, path)) {
                if (path.group(4) == null) {
                    all.remove();
                } else {
                    object.remove(ScimJson.key(object, path.group(4)));
                }
            }
        }
    }

    private static void removeValue(ArrayNode values, String key) {
        for (Iterator<JsonNode> all = values.elements(); all.hasNext(); ) {
            if (ScimJson.at(all.next(), "value").asText("").equals(key)) {
                all.remove();
            }
        }
    }

    private static boolean fits(ObjectNode object, Matcher path) {
        return ScimJson.at(object, path.group(2))
                .asText("")
                .equalsIgnoreCase(path.group(3).replace("\"", ""));
    }
}

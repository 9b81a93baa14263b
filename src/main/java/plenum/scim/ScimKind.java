package plenum.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** One kind of resources. Whatever cannot be done is a {@link ScimException}. */
interface ScimKind {
    /** @param start the first has the number 1 */
    Page list(Optional<String> filter, int start, int most);

    ObjectNode read(String id);

    /**
     * @param program label of the token that asks
     * @return the new one's id
     */
    String create(String program, JsonNode json);

    /** @param change makes what is wanted of what is stored */
    void change(String program, String id, Precondition ifMatch, UnaryOperator<ObjectNode> change);

    void delete(String program, String id, Precondition ifMatch);

    /** @param total without the limit of a page */
    record Page(List<ObjectNode> resources, int total) {}

    /**
     * Which version a change is meant for (RFC 9110 section 13.1.1).
     *
     * @param tags empty: any
     */
    record Precondition(Optional<String> tags) {
        /** Refuses when the resource is of another version. */
        void check(ObjectNode resource) {
            String version = resource.path("meta").path("version").asText();
            if (tags.isPresent() && !names(tags.get(), version)) {
                throw ScimException.of(
                        HttpServletResponse.SC_PRECONDITION_FAILED,
                        "The resource was changed since; it is now " + version);
            }
        }

        /** Whether a list of entity tags has one, or stands for all. */
        static boolean names(String tags, String version) {
            return Arrays.stream(tags.split(",", -1))
                    .map(String::strip)
                    .anyMatch(tag -> tag.equals("*") || tag.equals(version) || ("W/" + tag).equals(version));
        }
    }
}

package plenum.scim;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;

/** What this server says of itself: its abilities, its types of resources and their attributes (RFC 7643 sections 5 to 7). */
final class ScimSchemas {
    static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";
    static final String GROUP = "urn:ietf:params:scim:schemas:core:2.0:Group";
    static final String LIST = "urn:ietf:params:scim:api:messages:2.0:ListResponse";
    static final String PATCH = "urn:ietf:params:scim:api:messages:2.0:PatchOp";
    static final String ERROR = "urn:ietf:params:scim:api:messages:2.0:Error";

    private ScimSchemas() {}

    /**
     * One of the descriptions.
     *
     * @param file its name, without the ending
     * @param base address of this service
     */
    static JsonNode read(String file, String base) {
        try (InputStream in = Objects.requireNonNull(ScimSchemas.class.getResourceAsStream(file + ".json"))) {
            return ScimJson.MAPPER.readTree(
                    new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("{base}", base));
        } catch (IOException e) {
            throw new IllegalStateException("a description of our own", e);
        }
    }

    /** An attribute may be named with its schema in front: {@code urn:ietf:params:scim:schemas:core:2.0:User:userName}. */
    static String withoutUrn(String name) {
        for (String schema : new String[] {USER, GROUP}) {
            if (name.toLowerCase(Locale.ROOT).startsWith(schema.toLowerCase(Locale.ROOT) + ":")) {
                return name.substring(schema.length() + 1);
            }
        }
        return name;
    }
}

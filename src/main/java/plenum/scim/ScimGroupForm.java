package plenum.scim;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import plenum.account.Groups;
import plenum.platform.VisibleLine;

/**
 * What a program sent of a group, checked (RFC 7643 section 4.2).
 *
 * @param members empty: as they are
 */
record ScimGroupForm(String name, Optional<String> externalId, Optional<Set<UUID>> members) {
    private static final int LONGEST_ID = 255;

    static ScimGroupForm read(JsonNode json) {
        String name = VisibleLine.of(ScimJson.text(json, "displayName").orElse(""));
        if (name.isEmpty() || name.contains(",") || name.codePointCount(0, name.length()) > Groups.LONGEST_NAME) {
            throw ScimException.bad(
                    "invalidValue",
                    "displayName has 1 to " + Groups.LONGEST_NAME + " visible characters, and no comma.");
        }
        Optional<String> externalId = ScimJson.text(json, "externalId");
        if (externalId
                .filter(value -> value.codePointCount(0, value.length()) > LONGEST_ID)
                .isPresent()) {
            throw ScimException.bad("invalidValue", "externalId has at most " + LONGEST_ID + " characters.");
        }
        JsonNode members = ScimJson.at(json, "members");
        return new ScimGroupForm(
                name, externalId, members.isMissingNode() ? Optional.empty() : Optional.of(ids(members)));
    }

    private static Set<UUID> ids(JsonNode members) {
        if (!members.isArray() && !members.isNull()) {
            throw ScimException.bad("invalidValue", "members is no list.");
        }
        Set<UUID> ids = new LinkedHashSet<>();
        for (JsonNode member : members) {
            String value = ScimJson.text(member, "value").orElse("");
            ids.add(id(value).orElseThrow(() -> ScimException.bad("invalidValue", "There is no user " + value + ".")));
        }
        return ids;
    }

    /** In the one form that we write ourselves. */
    static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text)).filter(id -> id.toString().equalsIgnoreCase(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

package plenum.scim;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import plenum.account.Account;
import plenum.account.AccountState;
import plenum.scim.ScimDirectory.Extra;
import plenum.scim.ScimDirectory.Ref;
import plenum.scim.ScimDirectory.ScimGroup;

/** Writes accounts, groups, lists and errors as SCIM has them. */
final class ScimResources {
    private final String base;

    /** @param base address of this service, without a slash at its end */
    ScimResources(String base) {
        this.base = base;
    }

    ObjectNode user(Account account, Extra extra, List<Ref> groups) {
        ObjectNode json = resource(ScimSchemas.USER, account.id().toString(), extra.externalId());
        json.put("userName", account.email().text());
        ObjectNode name = json.putObject("name").put("formatted", account.name().text());
        extra.givenName().ifPresent(text -> name.put("givenName", text));
        extra.familyName().ifPresent(text -> name.put("familyName", text));
        json.put("displayName", account.name().text());
        json.put("preferredLanguage", account.language().getLanguage());
        json.put("timezone", account.zone().getId());
        json.put("active", account.state() == AccountState.ACTIVE);
        json.putArray("emails")
                .addObject()
                .put("value", account.email().text())
                .put("type", "work")
                .put("primary", true);
        refs(json.putArray("groups"), groups, "/Groups/");
        return withMeta(
                json,
                "User",
                "/Users/" + account.id(),
                Optional.of(account.createdAt().toString()));
    }

    ObjectNode group(ScimGroup group) {
        ObjectNode json = resource(ScimSchemas.GROUP, group.id().toString(), group.externalId());
        json.put("displayName", group.name());
        refs(json.putArray("members"), group.members(), "/Users/");
        return withMeta(json, "Group", "/Groups/" + group.id(), Optional.empty());
    }

    private static ObjectNode resource(String schema, String id, Optional<String> externalId) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.putArray("schemas").add(schema);
        json.put("id", id);
        externalId.ifPresent(text -> json.put("externalId", text));
        return json;
    }

    private void refs(ArrayNode array, List<Ref> refs, String path) {
        refs.forEach(ref -> array.addObject()
                .put("value", ref.id().toString())
                .put("$ref", base + path + ref.id())
                .put("display", ref.display()));
    }

    private ObjectNode withMeta(ObjectNode json, String type, String path, Optional<String> created) {
        String version = ScimJson.version(json);
        ObjectNode meta = json.putObject("meta").put("resourceType", type);
        created.ifPresent(at -> meta.put("created", at));
        meta.put("location", base + path).put("version", version);
        return json;
    }

    static ObjectNode list(List<ObjectNode> resources, int total, int start) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.putArray("schemas").add(ScimSchemas.LIST);
        json.put("totalResults", total).put("itemsPerPage", resources.size()).put("startIndex", start);
        json.putArray("Resources").addAll(resources);
        return json;
    }

    static ObjectNode error(int status, Optional<String> type, String detail) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.putArray("schemas").add(ScimSchemas.ERROR);
        json.put("status", Integer.toString(status));
        type.ifPresent(text -> json.put("scimType", text));
        json.put("detail", detail);
        return json;
    }
}

package plenum.scim;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import plenum.platform.PersonalData;
import plenum.scim.ScimDirectory.Extra;

/** What a directory told of somebody beyond their account, as personal data. */
@ApplicationScoped
public class ScimData implements PersonalData {
    @Inject
    ScimDirectory directory;

    @Override
    public String feature() {
        return "scim";
    }

    @Override
    public Set<String> columns() {
        return Set.of("scim_user.account_id");
    }

    @Override
    public Map<String, Object> export(UUID account) {
        Extra extra = directory.extra(account);
        Map<String, Object> data = new LinkedHashMap<>();
        extra.externalId().ifPresent(text -> data.put("externalId", text));
        extra.givenName().ifPresent(text -> data.put("givenName", text));
        extra.familyName().ifPresent(text -> data.put("familyName", text));
        return data;
    }

    /** The rows hang on the account's. */
    @Override
    public void erase(UUID account) {}
}

package plenum.openid;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import plenum.platform.PersonalData;

/** Which providers' subject somebody is: nothing but identifiers, which go with the account. */
@ApplicationScoped
public class OpenIdData implements PersonalData {
    @Override
    public String feature() {
        return "openid";
    }

    @Override
    public Set<String> columns() {
        return Set.of("openid_link.account_id");
    }

    @Override
    public Map<String, Object> export(UUID account) {
        return Map.of();
    }

    /** The rows hang on the account's. */
    @Override
    public void erase(UUID account) {}
}

package plenum.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import plenum.platform.PersonalData;

/** The plan that was given to an account, as personal data. */
@ApplicationScoped
public class PolicyData implements PersonalData {
    @Inject
    PolicyBook book;

    @Override
    public String feature() {
        return "plan";
    }

    @Override
    public Set<String> columns() {
        return Set.of("account_plan.account_id");
    }

    @Override
    public Map<String, Object> export(UUID account) {
        return book.planOf(account)
                .<Map<String, Object>>map(plan -> Map.of("plan", plan))
                .orElse(Map.of());
    }

    @Override
    public void erase(UUID account) {
        book.setPlan(account, Optional.empty());
    }
}

package plenum.drive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import plenum.account.Accounts;
import plenum.platform.Settings;
import plenum.policy.Policy;

/** What the plan of a drive's owner says, but for drives that an admin gave another quota; a group has that of the settings. */
@ApplicationScoped
public class PlanQuota implements DriveQuota {
    private static final long MEGABYTE = 1 << 20;

    @Inject
    Settings settings;

    @Inject
    Policy policy;

    @Inject
    Accounts accounts;

    @Override
    public long limit(DriveSpace space) {
        if (space.target().isPresent()) {
            return Long.MAX_VALUE;
        }
        return space.quota().orElseGet(() -> space.account()
                .flatMap(accounts::byId)
                .map(owner -> policy.storage(owner).orElse(Long.MAX_VALUE))
                .orElse(settings.services().files().quotaMegabytes() * MEGABYTE));
    }
}

package plenum.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import plenum.job.Jobs;

/** What whoever looks after this server asks of the storage of this machine. */
@ApplicationScoped
public class StorageCare {
    @Inject
    LocalStorage storage;

    @Inject
    @Any
    Instance<ObjectOwner> owners;

    @Inject
    Damages damages;

    @Inject
    Jobs jobs;

    /** Every file is read again, as a job; does nothing while it runs or waits already. */
    public void check() {
        jobs.schedule(IntegrityCheck.KIND, IntegrityCheck.KIND.name(), IntegrityCheck.FROM_THE_BEGINNING);
    }

    /** What checks found missing or changed, the latest first. */
    public List<Damages.Damage> damages(int most) {
        return damages.all(most);
    }

    /** Looks at every file of this machine, which takes a while when there are many. */
    public SweepObjects.Orphans orphans() {
        return SweepObjects.count(storage, owners.stream().toList());
    }
}

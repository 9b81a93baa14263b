package plenum.admin;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;
import plenum.drive.DriveQuota;
import plenum.drive.DriveSpace;
import plenum.drive.Drives;
import plenum.drive.Drives.Overview;
import plenum.drive.Drives.Use;
import plenum.drive.Target;
import plenum.drive.Targets;
import plenum.job.JobBoard;
import plenum.platform.Settings;
import plenum.storage.Damages.Damage;
import plenum.storage.IntegrityCheck;
import plenum.storage.StorageCare;
import plenum.storage.SweepObjects.Orphans;

/** The files of people: how much there is, of whom and of what kind, whether it is whole; never what is in them. */
@Named
@ViewScoped
@NullUnmarked
public class StoragePage extends ConsolePage {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 200;

    @Inject
    transient Drives drives;

    @Inject
    transient DriveQuota quota;

    @Inject
    transient Targets targets;

    @Inject
    transient StorageCare care;

    @Inject
    transient JobBoard jobs;

    @Inject
    transient Settings settings;

    private transient LazyDataModel<Overview> model;
    private transient Orphans orphans;
    private String edited = "";
    private String editedOwner = "";
    private String megabytes = "";
    private final HashMap<String, String> place = new HashMap<>();
    private transient String password = "";
    private boolean checksums = true;
    private boolean connecting;

    public List<Use> getKinds() {
        return drives.usesOfAll();
    }

    /** Bytes of all kinds together. */
    public long getAll() {
        return getKinds().stream().mapToLong(Use::bytes).sum();
    }

    public boolean isLimited(DriveSpace space) {
        return quota.limit(space) != Long.MAX_VALUE;
    }

    public long limit(DriveSpace space) {
        return quota.limit(space);
    }

    /** Shows what an admin set for a drive. */
    public void edit(Overview drive) {
        edited = drive.space().id().toString();
        editedOwner = drive.owner();
        megabytes = drive.space().quota().isPresent()
                ? Long.toString(drive.space().quota().getAsLong() / StorageActions.MEGABYTE)
                : "";
    }

    public void save() {
        if (perform("drive-quota", Map.of("drive", edited, "megabytes", given(megabytes)))) {
            close();
        }
    }

    public void close() {
        edited = "";
    }

    public boolean isEditing() {
        return !edited.isEmpty();
    }

    /** Has every file read again, in the background. */
    public void check() {
        perform("storage-check", Map.of());
    }

    /** Of the check that runs or waits. */
    public Optional<JobBoard.Waiting> getRunning() {
        return jobs.waiting(0, MOST).stream()
                .filter(job -> job.kind().equals(IntegrityCheck.KIND.name()))
                .findFirst();
    }

    public List<Damage> getDamages() {
        return care.damages(MOST);
    }

    public void countOrphans() {
        orphans = care.orphans();
    }

    public Orphans getOrphans() {
        return orphans;
    }

    public List<Target> getTargets() {
        return targets.all();
    }

    public boolean isPossible() {
        return targets.canKeep();
    }

    /** Connects a server for everybody, after trying it out. */
    public void connect() {
        Map<String, String> values = new HashMap<>(place);
        values.put("checksums", checksums ? "on" : "off");
        values.put("password", given(password));
        password = "";
        values.values().removeIf(String::isEmpty);
        if (perform("target-add", values)) {
            place.keySet().removeIf(name -> !name.equals("kind"));
            connecting = false;
        }
    }

    public void beginConnecting() {
        place.putIfAbsent("kind", "WEBDAV");
        place.putIfAbsent("region", StorageActions.REGION);
        connecting = true;
    }

    public void stopConnecting() {
        connecting = false;
    }

    public boolean isConnecting() {
        return connecting;
    }

    /** What is typed, by the parameters of the action. */
    public Map<String, String> getPlace() {
        return place;
    }

    /** It goes in and never out again. */
    public String getPassword() {
        return "";
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public boolean isChecksums() {
        return checksums;
    }

    public void setChecksums(boolean checksums) {
        this.checksums = checksums;
    }

    public void remove(Target target) {
        perform("target-remove", Map.of("target", target.id().toString()));
    }

    /** Zero: for ever. */
    public int getTrashDays() {
        return settings.services().files().trashDays();
    }

    public String getEditedOwner() {
        return editedOwner;
    }

    public String getMegabytes() {
        return megabytes;
    }

    public void setMegabytes(String megabytes) {
        this.megabytes = megabytes;
    }

    public LazyDataModel<Overview> getModel() {
        if (model == null) {
            model = new RowsPage();
        }
        return model;
    }

    private final class RowsPage extends LazyDataModel<Overview> {
        private static final long serialVersionUID = 1L;

        @Override
        public int count(Map<String, FilterMeta> filters) {
            return Math.toIntExact(drives.countAll());
        }

        @Override
        public List<Overview> load(int first, int size, Map<String, SortMeta> sorted, Map<String, FilterMeta> filters) {
            return drives.overview(first, size);
        }

        @Override
        public String getRowKey(Overview drive) {
            return drive.space().id().toString();
        }
    }
}

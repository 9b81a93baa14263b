package plenum.admin;

import jakarta.annotation.PostConstruct;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;
import plenum.account.AccountRole;
import plenum.account.AccountSearch;
import plenum.account.AccountSearch.Column;
import plenum.account.AccountSearch.Found;
import plenum.account.AccountSearch.Order;
import plenum.account.AccountSearch.Wanted;
import plenum.account.AccountState;
import plenum.account.Groups;
import plenum.policy.Plan;
import plenum.policy.Policy;
import plenum.privacy.PersonalFile;

/** The accounts of this server: found, sorted and cut into pages by the database. */
@Named
@ViewScoped
@NullUnmarked
public class UsersPage extends ConsolePage {
    private static final long serialVersionUID = 1L;

    @Inject
    transient AccountSearch accounts;

    @Inject
    transient Groups groups;

    @Inject
    transient Policy policy;

    @Inject
    transient PersonalFile file;

    private transient LazyDataModel<Found> model;
    private String words = "";
    private AccountRole role;
    private AccountState state;
    private String group = "";
    private transient Found edited;
    private AccountRole editedRole;
    private String editedPlan = "";
    private String editedGroups = "";

    @PostConstruct
    void open() {
        model = new RowsPage();
    }

    private Wanted wanted() {
        return new Wanted(
                given(words),
                Optional.ofNullable(role),
                Optional.ofNullable(state),
                Optional.ofNullable(group).filter(name -> !name.isEmpty()));
    }

    /** Shows the values of an account in the dialog. */
    public void edit(Found found) {
        edited = found;
        editedRole = found.account().role();
        editedPlan = found.plan().orElse("");
        editedGroups = String.join(", ", found.groups());
    }

    /** Each value that was changed is an action of its own. */
    public void save() {
        String email = edited.account().email().text();
        if (editedRole != edited.account().role()) {
            perform("user-role", Map.of("user", email, "role", editedRole.name()));
        }
        if (!given(editedPlan).equals(edited.plan().orElse(""))) {
            perform("user-plan", Map.of("user", email, "plan", given(editedPlan)));
        }
        if (!given(editedGroups).strip().equals(String.join(", ", edited.groups()))) {
            perform("user-groups", Map.of("user", email, "groups", given(editedGroups)));
        }
        close();
    }

    public boolean isEditing() {
        return edited != null;
    }

    public void close() {
        edited = null;
    }

    /** @param action one that needs an account and nothing else */
    public void act(String action, Found found) {
        perform(action, Map.of("user", found.account().email().text()));
    }

    /** Sends what is stored about a person as a file. */
    public void export(Found found) throws IOException {
        if (!perform("user-export", Map.of("user", found.account().email().text()))) {
            return;
        }
        FacesContext faces = FacesContext.getCurrentInstance();
        ExternalContext external = faces.getExternalContext();
        external.responseReset();
        external.setResponseContentType("application/zip");
        external.setResponseHeader("Content-Disposition", "attachment; filename=\"person.zip\"");
        external.getResponseOutputStream().write(file.zip(found.account()));
        faces.responseComplete();
    }

    public LazyDataModel<Found> getModel() {
        return model;
    }

    public AccountRole[] getRoles() {
        return AccountRole.values();
    }

    public AccountState[] getStates() {
        return AccountState.values();
    }

    public List<Groups.Group> getGroups() {
        return groups.all();
    }

    public List<Plan> getPlans() {
        return policy.plans();
    }

    public String getEditedEmail() {
        return edited == null ? "" : edited.account().email().text();
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }

    public AccountRole getRole() {
        return role;
    }

    public void setRole(AccountRole role) {
        this.role = role;
    }

    public AccountState getState() {
        return state;
    }

    public void setState(AccountState state) {
        this.state = state;
    }

    public String getGroup() {
        return group;
    }

    public void setGroup(String group) {
        this.group = group;
    }

    public AccountRole getEditedRole() {
        return editedRole;
    }

    public void setEditedRole(AccountRole editedRole) {
        this.editedRole = editedRole;
    }

    public String getEditedPlan() {
        return editedPlan;
    }

    public void setEditedPlan(String editedPlan) {
        this.editedPlan = editedPlan;
    }

    public String getEditedGroups() {
        return editedGroups;
    }

    public void setEditedGroups(String editedGroups) {
        this.editedGroups = editedGroups;
    }

    private final class RowsPage extends LazyDataModel<Found> {
        private static final long serialVersionUID = 1L;

        @Override
        public int count(Map<String, FilterMeta> filters) {
            return accounts.count(wanted());
        }

        @Override
        public List<Found> load(int first, int size, Map<String, SortMeta> sorted, Map<String, FilterMeta> filters) {
            Order order = sorted.values().stream()
                    .findFirst()
                    .map(sort ->
                            new Order(column(sort.getField()), !sort.getOrder().isDescending()))
                    .orElseGet(() -> new Order(Column.NAME, true));
            return accounts.find(wanted(), order, first, size);
        }

        private Column column(String field) {
            return Column.valueOf(field.toUpperCase(Locale.ROOT));
        }

        @Override
        public String getRowKey(Found found) {
            return found.account().id().toString();
        }

        @Override
        public Found getRowData(String key) {
            return getWrappedData().stream()
                    .filter(found -> getRowKey(found).equals(key))
                    .findFirst()
                    .orElse(null);
        }
    }
}

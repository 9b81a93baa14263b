package plenum.admin;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import plenum.account.Groups;
import plenum.policy.Plan;
import plenum.policy.Policy;

/** The groups that accounts are in. */
@Named
@ViewScoped
@NullUnmarked
public class GroupsPage extends ConsolePage {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Groups groups;

    @Inject
    transient Policy policy;

    private transient Map<String, String> planOf;
    private String name = "";
    private String renamed = "";
    private String newName = "";

    public void create() {
        if (perform("group-create", Map.of("group", given(name)))) {
            name = "";
        }
    }

    public void edit(Groups.Group group) {
        renamed = group.name();
        newName = group.name();
    }

    public boolean isEditing() {
        return !renamed.isEmpty();
    }

    /** Key of the plan of a group; empty: none. */
    public Map<String, String> getPlanOf() {
        if (planOf == null) {
            planOf = new HashMap<>(policy.groupPlans());
            groups.all().forEach(group -> planOf.putIfAbsent(group.name(), ""));
        }
        return planOf;
    }

    public List<Plan> getPlans() {
        return policy.plans();
    }

    public void setPlan(Groups.Group group) {
        perform(
                "group-plan",
                Map.of("group", group.name(), "plan", given(getPlanOf().get(group.name()))));
        planOf = null;
    }

    public void close() {
        renamed = "";
    }

    public void rename() {
        if (perform("group-rename", Map.of("group", renamed, "name", given(newName)))) {
            close();
        }
    }

    public void delete(Groups.Group group) {
        perform("group-delete", Map.of("group", group.name()));
    }

    public List<Groups.Group> getAll() {
        return groups.all();
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getNewName() {
        return newName;
    }

    public void setNewName(String newName) {
        this.newName = newName;
    }
}

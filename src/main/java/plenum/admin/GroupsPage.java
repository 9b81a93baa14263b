package plenum.admin;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import plenum.account.Groups;

/** The groups that accounts are in. */
@Named
@ViewScoped
@NullUnmarked
public class GroupsPage extends ConsolePage {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Groups groups;

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

package plenum.drive;

import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What somebody has cut or copied, to be put somewhere else. */
@Named
@SessionScoped
public class DriveClipboardPanel implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ArrayList<UUID> taken = new ArrayList<>();
    private boolean cut;

    void take(List<UUID> items, boolean toMove) {
        taken.clear();
        taken.addAll(items);
        cut = toMove;
    }

    List<UUID> items() {
        return List.copyOf(taken);
    }

    void empty() {
        taken.clear();
    }

    public boolean isCut() {
        return cut;
    }

    public int getCount() {
        return taken.size();
    }
}

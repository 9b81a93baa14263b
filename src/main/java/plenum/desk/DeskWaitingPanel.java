package plenum.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import plenum.protocol.DoorMessages;
import plenum.protocol.DoorMessages.Knock;

/** The people who wait in the lobby. */
@Named("deskWaiting")
@RequestScoped
@NullUnmarked
public class DeskWaitingPanel {
    @Inject
    DeskPage page;

    /** In the order of coming. */
    public List<Row> getRows() {
        return page.view().waiting().stream().map(DeskWaitingPanel::row).toList();
    }

    private static Row row(Knock knock) {
        return new Row(knock.id(), knock.name());
    }

    public int getCount() {
        return page.view().waiting().size();
    }

    public void admitAll() {
        page.say(new DoorMessages.AdmitAll());
    }

    public void refuseAll() {
        page.say(new DoorMessages.RefuseAll());
    }

    /** A waiting person. */
    public record Row(String id, String name) {}
}

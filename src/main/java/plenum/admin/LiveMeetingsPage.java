package plenum.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import plenum.conference.Conferences;
import plenum.conference.Glimpse;

/** The meetings that are going on: how many people, how well they are connected; not who, and not what is said. */
@Named
@RequestScoped
@NullUnmarked
public class LiveMeetingsPage extends ConsolePage {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Conferences conferences;

    private transient List<Glimpse> live;

    public void end(String meeting) {
        perform("meeting-end", Map.of("meeting", meeting));
        live = null;
    }

    /** The largest first. */
    public List<Glimpse> getLive() {
        if (live == null) {
            live = conferences.glimpses().stream()
                    .sorted(Comparator.comparingInt(Glimpse::people).reversed().thenComparing(Glimpse::since))
                    .toList();
        }
        return live;
    }
}

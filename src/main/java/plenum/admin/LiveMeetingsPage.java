package plenum.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
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

    /** Goes to the meeting's own page; everybody there sees that an admin has come. */
    public void join(String meeting) throws IOException {
        String[] letters = {""};
        if (perform(
                "meeting-join",
                Map.of("meeting", meeting),
                done -> letters[0] = done.output().orElse(""))) {
            ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
            external.redirect(external.getRequestContextPath() + "/m/" + letters[0]);
        }
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

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
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import plenum.conference.Conferences;
import plenum.conference.Glimpse;
import plenum.meeting.Meeting;
import plenum.meeting.MeetingCode;
import plenum.meeting.Meetings;

/** The meetings that are going on: how many people, how well they are connected; not who, and not what is said. */
@Named
@RequestScoped
@NullUnmarked
public class LiveMeetingsPage extends ConsolePage {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Conferences conferences;

    @Inject
    transient Meetings meetings;

    private transient List<Glimpse> live;

    public void end(String meeting) {
        perform("meeting-end", Map.of("meeting", meeting));
        live = null;
    }

    /** Goes there as a moderator, whom everybody sees. */
    public void join(Glimpse glimpse) throws IOException {
        if (!perform("meeting-join", Map.of("meeting", glimpse.meeting().toString()))) {
            return;
        }
        Optional<Meeting> there = MeetingCode.parse(glimpse.code()).flatMap(meetings::byCode);
        if (there.isPresent()) {
            ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
            external.redirect(external.getRequestContextPath() + "/m/"
                    + there.get().letters().text());
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

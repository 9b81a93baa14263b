package plenum.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import plenum.audit.AuditAction;
import plenum.conference.Conference;
import plenum.conference.Conferences;
import plenum.conference.Glimpse;

/** What admins do with meetings that are going on. */
@ApplicationScoped
public class MeetingActions implements ActionSource {
    @Inject
    Conferences conferences;

    @Override
    public List<AdminAction> actions() {
        return List.of(new AdminAction(AuditAction.MEETING_END, List.of("meeting"), this::end));
    }

    /** The others are told that the meeting is over, as when a moderator ends it. */
    private Done end(Actor actor, Arguments values) {
        String asked = values.text("meeting");
        Glimpse glimpse = conferences.glimpses().stream()
                .filter(live ->
                        live.code().equals(asked) || live.meeting().toString().equals(asked))
                .findFirst()
                .orElseThrow(() -> new RefusedException("no-meeting", asked));
        Conference conference =
                conferences.find(glimpse.meeting()).orElseThrow(() -> new RefusedException("no-meeting", asked));
        conference.post(conference.departures()::endForAll);
        return Done.of(glimpse.name() + " (" + glimpse.code() + ")");
    }
}

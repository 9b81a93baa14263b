package plenum.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import plenum.account.Account;
import plenum.audit.AuditAction;
import plenum.conference.Conference;
import plenum.conference.Conferences;
import plenum.conference.Glimpse;
import plenum.meeting.Memberships;

/** What admins do with meetings that are going on. */
@ApplicationScoped
public class MeetingActions implements ActionSource {
    private static final Duration VISIT = Duration.ofHours(4);

    @Inject
    Conferences conferences;

    @Inject
    Memberships memberships;

    @Inject
    InstantSource clock;

    @Override
    public List<AdminAction> actions() {
        return List.of(
                new AdminAction(AuditAction.MEETING_END, List.of("meeting"), this::end),
                new AdminAction(AuditAction.MEETING_JOIN, List.of("meeting"), this::join));
    }

    /** The others are told that the meeting is over, as when a moderator ends it. */
    private Done end(Actor actor, Arguments values) {
        Glimpse glimpse = live(values);
        Conference conference = conference(glimpse);
        conference.post(conference.departures()::endForAll);
        return Done.of(words(glimpse));
    }

    /** The admin may enter as a moderator for some hours; says by which letters. */
    private Done join(Actor actor, Arguments values) {
        Account admin = actor.account().orElseThrow(() -> new RefusedException("no-account", actor.name()));
        Glimpse glimpse = live(values);
        Conference conference = conference(glimpse);
        memberships.visit(glimpse.meeting(), admin.id(), clock.instant().plus(VISIT));
        return Done.of(words(glimpse)).saying(conference.letters().text());
    }

    private Glimpse live(Arguments values) {
        String asked = values.text("meeting");
        return conferences.glimpses().stream()
                .filter(live ->
                        live.code().equals(asked) || live.meeting().toString().equals(asked))
                .findFirst()
                .orElseThrow(() -> new RefusedException("no-meeting", asked));
    }

    private Conference conference(Glimpse glimpse) {
        return conferences
                .find(glimpse.meeting())
                .orElseThrow(() -> new RefusedException("no-meeting", glimpse.code()));
    }

    private static String words(Glimpse glimpse) {
        return glimpse.name() + " (" + glimpse.code() + ")";
    }
}

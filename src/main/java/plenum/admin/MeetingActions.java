package plenum.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import plenum.account.Account;
import plenum.audit.AuditAction;
import plenum.conference.Conference;
import plenum.conference.Conferences;
import plenum.conference.Glimpse;
import plenum.meeting.Meeting;
import plenum.meeting.MeetingCode;
import plenum.meeting.Meetings;
import plenum.meeting.MyMeetings;

/** What admins do with meetings that are going on. */
@ApplicationScoped
public class MeetingActions implements ActionSource {
    @Inject
    Conferences conferences;

    @Inject
    Meetings meetings;

    @Inject
    MyMeetings hosts;

    @Override
    public List<AdminAction> actions() {
        return List.of(
                new AdminAction(AuditAction.MEETING_END, List.of("meeting"), this::end),
                new AdminAction(AuditAction.MEETING_JOIN, List.of("meeting"), this::join));
    }

    /** An admin becomes a host of the meeting, whom its owner sees in the list, and enters by its page as everybody does: nobody is there unseen. */
    private Done join(Actor actor, Arguments values) {
        Account account = actor.account().orElseThrow(() -> new RefusedException("no-account", actor.name()));
        Glimpse live = live(values);
        Meeting meeting = MeetingCode.parse(live.code())
                .flatMap(meetings::byCode)
                .orElseThrow(() -> new RefusedException("no-meeting", live.code()));
        hosts.addHost(meeting, account.email().text());
        return Done.of(meeting.name() + " (" + meeting.code() + ")").saying(meeting.letters().text());
    }

    /** The others are told that the meeting is over, as when a moderator ends it. */
    private Done end(Actor actor, Arguments values) {
        Glimpse live = live(values);
        Conference conference =
                conferences.find(live.meeting()).orElseThrow(() -> new RefusedException("no-meeting", live.code()));
        conference.post(conference.departures()::endForAll);
        return Done.of(live.name() + " (" + live.code() + ")");
    }

    /** By its code or its id. */
    private Glimpse live(Arguments values) {
        String asked = values.text("meeting");
        return conferences.glimpses().stream()
                .filter(live ->
                        live.code().equals(asked) || live.meeting().toString().equals(asked))
                .findFirst()
                .orElseThrow(() -> new RefusedException("no-meeting", asked));
    }
}

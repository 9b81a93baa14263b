package plenum.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import plenum.account.Account;
import plenum.meeting.Meeting;
import plenum.meeting.MeetingLetters;
import plenum.meeting.MeetingName;
import plenum.meeting.Meetings;
import plenum.meeting.Memberships;
import plenum.meeting.RoomRules;
import plenum.platform.Messages;
import plenum.platform.SiteAddress;

/** Makes meetings for events. They belong to the organiser, who moderates them from any browser. */
@ApplicationScoped
public class EventMeetings {
    @Inject
    Meetings meetings;

    @Inject
    Memberships memberships;

    @Inject
    SiteAddress site;

    /** @param title of the event; one that no meeting can have is replaced by a general name in the organiser's language */
    public MeetingLetters create(Account organiser, String title) {
        String general = Messages.in(organiser.language()).getString("calendar.meeting.name");
        boolean usable = MeetingName.parse(title).isPresent() && !MeetingName.isTooLong(title);
        Meeting meeting = meetings.create(usable ? title : general, RoomRules.standard(), Optional.empty())
                .meeting();
        memberships.own(meeting, organiser.id());
        return meeting.letters();
    }

    public String address(MeetingLetters letters) {
        return site.page("/m/" + letters);
    }
}

package plenum.meeting.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import plenum.meeting.MyMeetings;
import plenum.meeting.PersonalRooms;
import plenum.platform.PersonalData;

/** Which meetings somebody owns or hosts, and where they were. */
@ApplicationScoped
public class MeetingData implements PersonalData {
    @Inject
    MyMeetings meetings;

    @Inject
    PersonalRooms rooms;

    @Override
    public String feature() {
        return "meetings";
    }

    @Override
    public Set<String> columns() {
        return Set.of(
                "meeting.owner_id",
                "meeting_cohost.email",
                "attendance.account_id",
                "personal_room.account_id",
                "admin_visit.account_id");
    }

    @Override
    public Map<String, Object> export(UUID account) {
        List<Map<String, String>> visits = meetings.visits(account);
        List<Map<String, String>> own = meetings.export(account);
        if (own.isEmpty() && visits.isEmpty()) {
            return Map.of();
        }
        String room = rooms.of(account).map(mine -> mine.name().text()).orElse("");
        return Map.of("meetings", own, "visits", visits, "personalRoom", room);
    }

    /** Their own meetings go with all that was said there. Where they were with others, their name goes. */
    @Override
    public void erase(UUID account) {
        meetings.erase(account);
    }
}

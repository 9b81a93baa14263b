package plenum.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plenum.account.Account;
import plenum.conference.Conferences;
import plenum.meeting.KeyCheck;
import plenum.meeting.Meeting;
import plenum.meeting.MeetingLetters;
import plenum.meeting.MeetingName;
import plenum.meeting.Meetings;
import plenum.meeting.Memberships;
import plenum.meeting.MyMeetings;
import plenum.meeting.PasswordHash;
import plenum.meeting.RoomRules;
import plenum.platform.Messages;
import plenum.platform.SiteAddress;
import plenum.policy.InstanceRules;
import plenum.policy.Policy;

/** Makes meetings for events, and sets them up. They belong to whoever adds them, who moderates them from any browser. */
@ApplicationScoped
public class EventMeetings {
    /** Of one meeting. */
    static final int MOST_HOSTS = 50;

    @Inject
    Meetings meetings;

    @Inject
    Memberships memberships;

    @Inject
    MyMeetings mine;

    @Inject
    Conferences conferences;

    @Inject
    Policy policy;

    @Inject
    SiteAddress site;

    /**
     * What is chosen for a meeting.
     *
     * @param title of the event, which the meeting is named after where it can be
     * @param rules what holds when people come in
     * @param password a new one; empty: it stays as it is
     * @param open whether a password that it has is taken away
     * @param hosts addresses of those who moderate beside the owner
     */
    record Wish(String title, RoomRules rules, Optional<PasswordHash> password, boolean open, List<String> hosts) {}

    /** Whether this server's rules let somebody make meetings. */
    boolean mayCreate(Account who) {
        return policy.mayCreate(Optional.of(who)).isYes();
    }

    /** @param title of the event; one that no meeting can have is replaced by a general name in the organiser's language */
    public MeetingLetters create(Account organiser, String title) {
        InstanceRules.Creation creation = policy.rules().creation();
        String general = Messages.in(organiser.language()).getString("calendar.meeting.name");
        Meeting meeting = meetings.create(
                        isUsable(title) ? title : general,
                        RoomRules.standard(creation.lobby(), creation.muted(), creation.cameraOff()),
                        Optional.empty())
                .meeting();
        memberships.own(meeting, organiser.id());
        return meeting.letters();
    }

    private static boolean isUsable(String title) {
        return MeetingName.parse(title).isPresent() && !MeetingName.isTooLong(title);
    }

    /** A meeting that somebody may set up: their own. */
    Optional<Meeting> owned(Account who, MeetingLetters letters) {
        return mine.owned(who.id(), letters);
    }

    /** Of a dialog that was left: a meeting that nobody has been in goes. */
    void discard(Meeting meeting) {
        if (!isRunning(meeting) && mine.isUntouched(meeting)) {
            mine.delete(meeting);
        }
    }

    /** While it is going on, it is set up in there. */
    boolean isRunning(Meeting meeting) {
        return conferences.find(meeting.id()).isPresent();
    }

    boolean isUntouched(Meeting meeting) {
        return mine.isUntouched(meeting);
    }

    /** Empty: not encrypted any more. False when somebody has been in it. */
    boolean setKey(Meeting meeting, Optional<KeyCheck> key) {
        return !isRunning(meeting) && mine.setKey(meeting, key);
    }

    /** Whether those who come need a key that no invitation has. */
    boolean isEncrypted(MeetingLetters letters) {
        return meetings.byLetters(letters).filter(Meeting::isEncrypted).isPresent();
    }

    List<String> hosts(Meeting meeting) {
        return mine.hosts(meeting);
    }

    /** Sets a meeting up; one that is going on only gets its name and hosts. */
    void setUp(Meeting meeting, Wish wish) {
        if (isUsable(wish.title())) {
            MeetingName.parse(wish.title()).ifPresent(name -> mine.rename(meeting, name));
        }
        List<String> before = hosts(meeting);
        List<String> gone = new ArrayList<>(before);
        gone.removeAll(wish.hosts());
        gone.forEach(host -> mine.removeHost(meeting, host));
        wish.hosts().stream()
                .filter(host -> !before.contains(host))
                .limit(Math.max(0, MOST_HOSTS - (before.size() - gone.size())))
                .forEach(host -> mine.addHost(meeting, host));
        if (!isRunning(meeting)) {
            meetings.setRules(meeting, wish.rules());
            if (wish.open() || wish.password().isPresent()) {
                meetings.setPassword(meeting, wish.password());
            }
        }
    }

    public String address(MeetingLetters letters) {
        return site.page("/m/" + letters);
    }
}

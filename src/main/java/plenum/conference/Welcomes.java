package plenum.conference;

import plenum.meeting.Meeting;
import plenum.platform.Settings.MeetingLimits;
import plenum.protocol.Limits;
import plenum.protocol.ServerMessage;
import plenum.protocol.SessionMessages;

/** Makes the welcome: the first message to a participant who enters or re-enters. */
final class Welcomes {
    private final Meeting meeting;
    private final MeetingLimits limits;
    private final People people;

    Welcomes(Meeting meeting, MeetingLimits limits, People people) {
        this.meeting = meeting;
        this.limits = limits;
        this.people = people;
    }

    ServerMessage to(Entry entry) {
        Entry.Media media = entry.media();
        return new SessionMessages.Welcome(
                entry.participant().id(),
                entry.arrival().resumeToken(),
                new SessionMessages.Meeting(
                        meeting.name(),
                        meeting.code().toString(),
                        entry.arrival().link()),
                people.all().stream().map(Participant::description).toList(),
                media.viewing(),
                media.iceServers(),
                new Limits(limits.slots(), limits.audioSlots(), (int)
                        limits.grace().toSeconds()),
                media.epoch(),
                media.available());
    }
}

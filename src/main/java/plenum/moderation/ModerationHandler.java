package plenum.moderation;

import java.util.Optional;
import plenum.conference.Conference;
import plenum.conference.Participant;
import plenum.meeting.RoomSwitch;
import plenum.protocol.ClientMessage;
import plenum.protocol.ServerMessage.Failed;
import plenum.protocol.ServerMessage.FollowView;

/** Acting on others, and on the room. Called in the conference's mailbox; a code in the answer says that nothing happened. */
public final class ModerationHandler {

    public Optional<Failed.Code> mute(Conference conference, Participant by, ClientMessage.Mute message) {
        return conference.moderation().mute(message.participant(), by);
    }

    public Optional<Failed.Code> muteAll(Conference conference, Participant by) {
        return conference.moderation().muteAll(by);
    }

    public Optional<Failed.Code> stopVideo(Conference conference, Participant by, ClientMessage.StopVideo message) {
        return conference.moderation().stopVideo(message.participant(), by);
    }

    public Optional<Failed.Code> stopAllVideos(Conference conference, Participant by) {
        return conference.moderation().stopAllVideos(by);
    }

    public Optional<Failed.Code> allowDevices(
            Conference conference, Participant by, ClientMessage.AllowDevices message) {
        return conference.moderation().allowDevices(message.participant(), by);
    }

    public Optional<Failed.Code> promote(Conference conference, Participant by, ClientMessage.Promote message) {
        return conference.moderation().promote(message.participant(), by);
    }

    public Optional<Failed.Code> demote(Conference conference, Participant by, ClientMessage.Demote message) {
        return conference.moderation().demote(message.participant(), by);
    }

    public Optional<Failed.Code> remove(Conference conference, Participant by, ClientMessage.Remove message) {
        return conference.moderation().remove(message.participant(), message.block(), by);
    }

    public Optional<Failed.Code> endMeeting(Conference conference, Participant by) {
        return conference.moderation().endForAll(by);
    }

    public Optional<Failed.Code> setSwitch(Conference conference, Participant by, ClientMessage.SetSwitch message) {
        return conference.room().set(RoomSwitch.valueOf(message.which().name()), message.on(), by);
    }

    public Optional<Failed.Code> spotlight(Conference conference, Participant by, ClientMessage.Spotlight message) {
        return conference.room().spotlight(message.participant(), by);
    }

    public Optional<Failed.Code> lead(Conference conference, Participant by, ClientMessage.Lead message) {
        return conference.room().lead(message.on(), by);
    }

    public Optional<Failed.Code> leadView(Conference conference, Participant by, ClientMessage.LeadView message) {
        return conference.room().leadView(new FollowView(message.layout(), message.participant(), message.again()), by);
    }
}

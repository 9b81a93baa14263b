package plenum.moderation;

import java.util.Optional;
import plenum.conference.Conference;
import plenum.conference.Participant;
import plenum.conference.Topic;
import plenum.meeting.RoomSwitch;
import plenum.protocol.Failed;
import plenum.protocol.ModerationMessages;

/** Acting on others, and on the room. */
public final class ModerationTopic implements Topic<ModerationMessages.Ask> {
    private final Conference conference;

    public ModerationTopic(Conference conference) {
        this.conference = conference;
    }

    @Override
    public Optional<Failed.Code> handle(Participant by, ModerationMessages.Ask message) {
        return switch (message) {
            case ModerationMessages.Mute(var who) -> conference.moderation().mute(who, by);
            case ModerationMessages.MuteAll() -> conference.moderation().muteAll(by);
            case ModerationMessages.StopVideo(var who) ->
                conference.moderation().stopVideo(who, by);
            case ModerationMessages.StopAllVideos() -> conference.moderation().stopAllVideos(by);
            case ModerationMessages.AllowDevices(var who) ->
                conference.moderation().allowDevices(who, by);
            case ModerationMessages.Promote(var who) -> conference.moderation().promote(who, by);
            case ModerationMessages.Demote(var who) -> conference.moderation().demote(who, by);
            case ModerationMessages.Remove(var who, var block) ->
                conference.moderation().remove(who, block, by);
            case ModerationMessages.EndMeeting() -> conference.moderation().endForAll(by);
            case ModerationMessages.SetSwitch(var which, var on) ->
                conference.room().set(RoomSwitch.valueOf(which.name()), on, by);
            case ModerationMessages.Spotlight(var who) -> conference.room().spotlight(who, by);
            case ModerationMessages.Lead(var on) -> conference.room().lead(on, by);
            case ModerationMessages.LeadView(var layout, var pinned, var again) ->
                conference.room().leadView(new ModerationMessages.FollowView(layout, pinned, again), by);
        };
    }
}

package plenum.moderation;

import java.time.Duration;
import java.util.Optional;
import plenum.conference.Conference;
import plenum.conference.Entry;
import plenum.conference.Participant;
import plenum.conference.Topic;
import plenum.meeting.RoomSwitch;
import plenum.protocol.Failed;
import plenum.protocol.ModerationMessages;

/** What moderators do to participants, to the rules, and to what everybody sees; and who moderates when no moderator is left. */
public final class ModerationTopic implements Topic<ModerationMessages.Ask> {
    private final Conference conference;
    private final Moderation moderation;
    private final Succession succession;
    private final SharedView view;

    /** @param grace for how long a participant keeps a place without a connection */
    public ModerationTopic(Conference conference, Duration grace) {
        this.conference = conference;
        this.moderation = new Moderation(conference);
        this.succession = new Succession(conference, grace);
        this.view = new SharedView(conference);
    }

    @Override
    public Optional<Failed.Code> handle(Participant by, ModerationMessages.Ask message) {
        return switch (message) {
            case ModerationMessages.Mute(var who) -> moderation.mute(who, by);
            case ModerationMessages.MuteAll() -> moderation.muteAll(by);
            case ModerationMessages.StopVideo(var who) -> moderation.stopVideo(who, by);
            case ModerationMessages.StopAllVideos() -> moderation.stopAllVideos(by);
            case ModerationMessages.AllowDevices(var who) -> moderation.allowDevices(who, by);
            case ModerationMessages.Promote(var who) -> moderation.promote(who, by);
            case ModerationMessages.Demote(var who) -> moderation.demote(who, by);
            case ModerationMessages.Remove(var who, var block) -> moderation.remove(who, block, by);
            case ModerationMessages.EndMeeting() -> moderation.endForAll(by);
            case ModerationMessages.SetSwitch(var which, var on) ->
                conference.rules().set(RoomSwitch.valueOf(which.name()), on, by);
            case ModerationMessages.Spotlight(var who) -> view.spotlight(who, by);
            case ModerationMessages.KeepBeside(var who) -> view.keepBeside(who, by);
            case ModerationMessages.Lead(var on) -> view.lead(on, by);
            case ModerationMessages.LeadView(var layout, var pinned, var again) ->
                view.show(new ModerationMessages.FollowView(layout, pinned, again), by);
        };
    }

    @Override
    public void greet(Participant newcomer) {
        view.greet(newcomer);
    }

    @Override
    public void entered(Entry entry) {
        if (!entry.participant().moderates()) {
            succession.cameIn(entry.participant(), entry.arrival().kind().isNew());
        }
    }

    @Override
    public void rulesChanged() {
        view.tell();
    }

    @Override
    public void roleChanged(Participant participant) {
        if (!participant.moderates()) {
            view.demoted(participant);
        }
    }

    @Override
    public void left(Participant participant) {
        view.left(participant);
        succession.left(participant);
    }

    @Override
    public void ending() {
        succession.end();
    }
}

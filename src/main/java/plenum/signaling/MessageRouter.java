package plenum.signaling;

import java.util.Optional;
import plenum.conference.Conference;
import plenum.conference.Participant;
import plenum.conference.PermissionTable;
import plenum.conference.Presence;
import plenum.door.DoorHandler;
import plenum.moderation.ModerationHandler;
import plenum.protocol.ClientMessage;
import plenum.protocol.ServerMessage;
import plenum.protocol.ServerMessage.Failed;
import plenum.protocol.WireNames;
import plenum.stream.StreamHandler;

/** Brings each message of somebody who is in to its handler, inside the conference's mailbox, if the sender's role allows it. */
final class MessageRouter {
    private final PermissionTable permissions;
    private final StreamHandler streams;
    private final DoorHandler door;
    private final ModerationHandler moderation;
    private final TalkHandlers talk;

    MessageRouter(
            PermissionTable permissions,
            StreamHandler streams,
            DoorHandler door,
            ModerationHandler moderation,
            TalkHandlers talk) {
        this.permissions = permissions;
        this.streams = streams;
        this.door = door;
        this.moderation = moderation;
        this.talk = talk;
    }

    /** Posts. */
    void route(Presence sender, ClientMessage message) {
        sender.conference().submit(sender, () -> handle(sender, message)
                .ifPresent(code -> sender.participant().send(new Failed(code, WireNames.of(message.getClass())))));
    }

    private Optional<Failed.Code> handle(Presence sender, ClientMessage message) {
        Conference conference = sender.conference();
        Participant by = sender.participant();
        if (!permissions.neededFor(message).isHeldBy(Optional.of(by.role()))) {
            return Optional.of(
                    message instanceof ClientMessage.Join ? Failed.Code.OUT_OF_PLACE : Failed.Code.FORBIDDEN);
        }
        return switch (message) {
            case ClientMessage.Join join -> Optional.of(Failed.Code.OUT_OF_PLACE);
            case ClientMessage.Leave leave -> {
                conference.leave(by);
                yield Optional.empty();
            }
            case ClientMessage.Ping ping -> {
                by.send(new ServerMessage.Pong(ping.sent()));
                yield Optional.empty();
            }
            case ClientMessage.SetDevices devices -> streams.setDevices(conference, by, devices);
            case ClientMessage.Publish publish -> streams.publish(conference, by, publish);
            case ClientMessage.Unpublish unpublish -> streams.unpublish(conference, by, unpublish);
            case ClientMessage.PublishCandidate candidate -> streams.publishCandidate(conference, by, candidate);
            case ClientMessage.Receive receive -> streams.receive(conference, by, receive);
            case ClientMessage.CloseSlot close -> streams.closeSlot(conference, by, close);
            case ClientMessage.SlotCandidate candidate -> streams.slotCandidate(conference, by, candidate);
            case ClientMessage.View view -> streams.view(conference, by, view);
            case ClientMessage.Speech speech -> streams.speech(conference, by, speech);
            case ClientMessage.ReportReach report -> streams.reportReach(conference, by, report);
            case ClientMessage.ReportLink report -> streams.reportLink(conference, by, report);
            case ClientMessage.Rename rename -> door.rename(conference, by, rename);
            case ClientMessage.LinkDevice link -> door.linkDevice(conference, by, sender.link());
            case ClientMessage.Admit admit -> door.admit(conference, by, admit);
            case ClientMessage.Refuse refuse -> door.refuse(conference, by, refuse);
            case ClientMessage.AdmitAll all -> door.admitAll(conference, by);
            case ClientMessage.SetPassword password -> door.setPassword(conference, by, password);
            case ClientMessage.Talk said -> talk.handle(conference, by, said);
            case ClientMessage.Breakout wish -> talk.breakout().handle(conference, by, wish);
            case ClientMessage.Mute mute -> moderation.mute(conference, by, mute);
            case ClientMessage.MuteAll all -> moderation.muteAll(conference, by);
            case ClientMessage.StopVideo stop -> moderation.stopVideo(conference, by, stop);
            case ClientMessage.StopAllVideos all -> moderation.stopAllVideos(conference, by);
            case ClientMessage.AllowDevices allow -> moderation.allowDevices(conference, by, allow);
            case ClientMessage.Promote promote -> moderation.promote(conference, by, promote);
            case ClientMessage.Demote demote -> moderation.demote(conference, by, demote);
            case ClientMessage.Remove remove -> moderation.remove(conference, by, remove);
            case ClientMessage.SetSwitch change -> moderation.setSwitch(conference, by, change);
            case ClientMessage.Spotlight spotlight -> moderation.spotlight(conference, by, spotlight);
            case ClientMessage.Lead lead -> moderation.lead(conference, by, lead);
            case ClientMessage.LeadView view -> moderation.leadView(conference, by, view);
            case ClientMessage.EndMeeting end -> moderation.endMeeting(conference, by);
        };
    }
}

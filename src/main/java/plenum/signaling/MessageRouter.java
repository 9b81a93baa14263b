package plenum.signaling;

import java.util.Optional;
import plenum.conference.Conference;
import plenum.conference.Participant;
import plenum.conference.PermissionTable;
import plenum.conference.Presence;
import plenum.door.DoorHandler;
import plenum.moderation.ModerationHandler;
import plenum.protocol.BreakoutMessages;
import plenum.protocol.ChatMessages;
import plenum.protocol.ClientMessage;
import plenum.protocol.DoorMessages;
import plenum.protocol.Failed;
import plenum.protocol.ModerationMessages;
import plenum.protocol.PollMessages;
import plenum.protocol.ReactionMessages;
import plenum.protocol.SessionMessages;
import plenum.protocol.StreamMessages;
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
        if (!permissions.allows(Optional.of(by.role()), message)) {
            return Optional.of(
                    message instanceof SessionMessages.Join ? Failed.Code.OUT_OF_PLACE : Failed.Code.FORBIDDEN);
        }
        return switch (message) {
            case SessionMessages.Ask ask -> handle(conference, by, ask);
            case StreamMessages.Ask ask -> streams.handle(conference, by, ask);
            case DoorMessages.Ask ask -> door.handle(conference, by, ask, sender.link());
            case ChatMessages.Ask ask -> talk.handle(conference, by, ask);
            case ReactionMessages.Ask ask -> talk.handle(conference, by, ask);
            case PollMessages.Ask ask -> talk.handle(conference, by, ask);
            case BreakoutMessages.Ask ask -> talk.breakout().handle(conference, by, ask);
            case ModerationMessages.Ask ask -> moderation.handle(conference, by, ask);
        };
    }

    private Optional<Failed.Code> handle(Conference conference, Participant by, SessionMessages.Ask message) {
        return switch (message) {
            case SessionMessages.Join join -> Optional.of(Failed.Code.OUT_OF_PLACE);
            case SessionMessages.Leave leave -> {
                conference.leave(by);
                yield Optional.empty();
            }
            case SessionMessages.Ping ping -> {
                by.send(new SessionMessages.Pong(ping.sent()));
                yield Optional.empty();
            }
            case SessionMessages.CatchUp ask -> talk.catchUp(conference, by);
        };
    }
}

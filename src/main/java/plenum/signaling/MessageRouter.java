package plenum.signaling;

import java.util.Optional;
import plenum.conference.Conference;
import plenum.conference.Participant;
import plenum.conference.PermissionTable;
import plenum.conference.Presence;
import plenum.protocol.ClientMessage;
import plenum.protocol.Failed;
import plenum.protocol.SessionMessages;
import plenum.protocol.WireNames;

/** Gives each message of a participant to its topic, in the conference's mailbox, if the sender's role allows it. */
final class MessageRouter {
    private final PermissionTable permissions;

    MessageRouter(PermissionTable permissions) {
        this.permissions = permissions;
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
        return message instanceof SessionMessages.Ask ask
                ? handle(conference, by, ask)
                : conference.handle(by, message);
    }

    private static Optional<Failed.Code> handle(Conference conference, Participant by, SessionMessages.Ask message) {
        switch (message) {
            case SessionMessages.Join join -> {
                return Optional.of(Failed.Code.OUT_OF_PLACE);
            }
            case SessionMessages.Leave leave -> conference.departures().leave(by);
            case SessionMessages.Ping ping -> by.send(new SessionMessages.Pong(ping.sent()));
            case SessionMessages.CatchUp ask -> conference.catchUp(by);
        }
        return Optional.empty();
    }
}

package plenum.moderation;

import java.util.Optional;
import plenum.conference.Conference;
import plenum.conference.Participant;
import plenum.protocol.ClientMessage;
import plenum.protocol.ServerMessage.Failed;

/** Acting on others. Called in the conference's mailbox; a code in the answer says that nothing happened. */
public final class ModerationHandler {

    public Optional<Failed.Code> mute(Conference conference, Participant by, ClientMessage.Mute message) {
        Optional<Participant> target = conference.find(message.participant());
        target.ifPresent(participant -> conference.mute(participant, by));
        return target.isPresent() ? Optional.empty() : Optional.of(Failed.Code.NOT_FOUND);
    }
}

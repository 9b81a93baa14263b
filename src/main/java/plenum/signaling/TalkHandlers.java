package plenum.signaling;

import java.util.Optional;
import plenum.chat.ChatHandler;
import plenum.conference.Conference;
import plenum.conference.Participant;
import plenum.poll.PollHandler;
import plenum.protocol.ServerMessage.Failed;
import plenum.reaction.HandHandler;
import plenum.reaction.ReactionHandler;

/** The topics of the wire that are about talking beside the microphone. */
record TalkHandlers(ChatHandler chat, HandHandler hands, ReactionHandler reactions, PollHandler polls) {

    /** What was said so far, for somebody who comes in or comes back. */
    Optional<Failed.Code> catchUp(Conference conference, Participant by) {
        chat.catchUp(conference, by);
        hands.catchUp(conference, by);
        polls.catchUp(conference, by);
        return Optional.empty();
    }
}

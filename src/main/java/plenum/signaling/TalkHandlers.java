package plenum.signaling;

import java.util.Optional;
import plenum.breakout.BreakoutHandler;
import plenum.chat.ChatHandler;
import plenum.conference.Conference;
import plenum.conference.Participant;
import plenum.poll.PollHandler;
import plenum.protocol.ClientMessage;
import plenum.protocol.ServerMessage.Failed;
import plenum.reaction.HandHandler;
import plenum.reaction.ReactionHandler;

/** The topics of the wire that are about talking beside the microphone, and about where one talks. */
record TalkHandlers(
        ChatHandler chat, HandHandler hands, ReactionHandler reactions, PollHandler polls, BreakoutHandler breakout) {

    Optional<Failed.Code> handle(Conference conference, Participant by, ClientMessage.Talk message) {
        return switch (message) {
            case ClientMessage.CatchUp ask -> catchUp(conference, by);
            case ClientMessage.ChatHistory ask -> chat.history(conference, by, ask);
            case ClientMessage.ChatSend send -> chat.send(conference, by, send);
            case ClientMessage.ChatEdit edit -> chat.edit(conference, by, edit);
            case ClientMessage.ChatDelete delete -> chat.delete(conference, by, delete);
            case ClientMessage.ChatRemove remove -> chat.remove(conference, by, remove);
            case ClientMessage.RaiseHand raise -> hands.raise(conference, by, raise);
            case ClientMessage.LowerHand lower -> hands.lower(conference, by, lower);
            case ClientMessage.LowerAllHands lower -> hands.lowerAll(conference, by);
            case ClientMessage.React react -> reactions.react(conference, by, react);
            case ClientMessage.PollSave save -> polls.save(conference, by, save);
            case ClientMessage.PollOpen open -> polls.open(conference, by, open);
            case ClientMessage.PollClose close -> polls.close(conference, by, close);
            case ClientMessage.PollDelete delete -> polls.delete(conference, by, delete);
            case ClientMessage.PollVote vote -> polls.vote(conference, by, vote);
            case ClientMessage.PollVoterList ask -> polls.voters(conference, by, ask);
        };
    }

    /** What was said so far, for somebody who comes in or comes back. */
    private Optional<Failed.Code> catchUp(Conference conference, Participant by) {
        breakout.catchUp(conference, by);
        chat.catchUp(conference, by);
        hands.catchUp(conference, by);
        polls.catchUp(conference, by);
        return Optional.empty();
    }
}

package plenum.signaling;

import java.util.Optional;
import plenum.breakout.BreakoutHandler;
import plenum.chat.ChatHandler;
import plenum.conference.Conference;
import plenum.conference.Participant;
import plenum.poll.PollHandler;
import plenum.protocol.ChatMessages;
import plenum.protocol.Failed;
import plenum.protocol.PollMessages;
import plenum.protocol.ReactionMessages;
import plenum.reaction.HandHandler;
import plenum.reaction.ReactionHandler;

/** The topics of the wire that are about talking beside the microphone, and about where one talks. */
record TalkHandlers(
        ChatHandler chat, HandHandler hands, ReactionHandler reactions, PollHandler polls, BreakoutHandler breakout) {

    Optional<Failed.Code> handle(Conference conference, Participant by, ChatMessages.Ask message) {
        return switch (message) {
            case ChatMessages.ChatHistory ask -> chat.history(conference, by, ask);
            case ChatMessages.ChatSend send -> chat.send(conference, by, send);
            case ChatMessages.ChatEdit edit -> chat.edit(conference, by, edit);
            case ChatMessages.ChatDelete delete -> chat.delete(conference, by, delete);
            case ChatMessages.ChatRemove remove -> chat.remove(conference, by, remove);
        };
    }

    Optional<Failed.Code> handle(Conference conference, Participant by, ReactionMessages.Ask message) {
        return switch (message) {
            case ReactionMessages.RaiseHand raise -> hands.raise(conference, by, raise);
            case ReactionMessages.LowerHand lower -> hands.lower(conference, by, lower);
            case ReactionMessages.LowerAllHands lower -> hands.lowerAll(conference, by);
            case ReactionMessages.React react -> reactions.react(conference, by, react);
        };
    }

    Optional<Failed.Code> handle(Conference conference, Participant by, PollMessages.Ask message) {
        return switch (message) {
            case PollMessages.PollSave save -> polls.save(conference, by, save);
            case PollMessages.PollOpen open -> polls.open(conference, by, open);
            case PollMessages.PollClose close -> polls.close(conference, by, close);
            case PollMessages.PollDelete delete -> polls.delete(conference, by, delete);
            case PollMessages.PollVote vote -> polls.vote(conference, by, vote);
            case PollMessages.PollVoterList ask -> polls.voters(conference, by, ask);
        };
    }

    /** What was said so far, for somebody who comes in or comes back. */
    Optional<Failed.Code> catchUp(Conference conference, Participant by) {
        breakout.catchUp(conference, by);
        chat.catchUp(conference, by);
        hands.catchUp(conference, by);
        polls.catchUp(conference, by);
        return Optional.empty();
    }
}

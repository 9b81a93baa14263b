package plenum.stream;

import java.util.Optional;
import plenum.conference.Conference;
import plenum.conference.Participant;
import plenum.media.IceCandidate;
import plenum.media.Sdp;
import plenum.protocol.Candidate;
import plenum.protocol.ClientMessage;
import plenum.protocol.ServerMessage.Failed;

/** Publishing and watching. Called in the conference's mailbox; a code in the answer says that nothing happened. */
public final class StreamHandler {

    public Optional<Failed.Code> publish(Conference conference, Participant by, ClientMessage.Publish message) {
        return conference.stage().publish(by, message.source(), message.epoch(), new Sdp(message.offer()));
    }

    public Optional<Failed.Code> unpublish(Conference conference, Participant by, ClientMessage.Unpublish message) {
        return conference.stage().unpublish(by, message.source());
    }

    public Optional<Failed.Code> publishCandidate(
            Conference conference, Participant by, ClientMessage.PublishCandidate message) {
        return conference.stage().candidate(by, message.source(), message.epoch(), candidate(message.candidate()));
    }

    public Optional<Failed.Code> receive(Conference conference, Participant by, ClientMessage.Receive message) {
        return conference.stage().receive(by, message.slot(), message.epoch(), new Sdp(message.offer()));
    }

    public Optional<Failed.Code> closeSlot(Conference conference, Participant by, ClientMessage.CloseSlot message) {
        return conference.stage().closeSlot(by, message.slot());
    }

    public Optional<Failed.Code> slotCandidate(
            Conference conference, Participant by, ClientMessage.SlotCandidate message) {
        return conference.stage().candidate(by, message.slot(), message.epoch(), candidate(message.candidate()));
    }

    public Optional<Failed.Code> view(Conference conference, Participant by, ClientMessage.View message) {
        return conference.stage().view(by, message.wishes());
    }

    public Optional<Failed.Code> setDevices(Conference conference, Participant by, ClientMessage.SetDevices message) {
        return conference.setDevices(by, message.microphone(), message.camera());
    }

    public Optional<Failed.Code> speech(Conference conference, Participant by, ClientMessage.Speech message) {
        conference.heard(by, message.speaking(), message.level());
        return Optional.empty();
    }

    public Optional<Failed.Code> reportReach(Conference conference, Participant by, ClientMessage.ReportReach message) {
        conference.places().reach(by, message.reach());
        return Optional.empty();
    }

    public Optional<Failed.Code> reportLink(Conference conference, Participant by, ClientMessage.ReportLink message) {
        return conference.places().link(by, message.link());
    }

    private static IceCandidate candidate(Candidate candidate) {
        return new IceCandidate(candidate.candidate(), candidate.mid(), candidate.line());
    }
}

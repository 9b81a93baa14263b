package plenum.stream;

import java.util.Optional;
import plenum.conference.Conference;
import plenum.conference.Participant;
import plenum.media.IceCandidate;
import plenum.media.Sdp;
import plenum.protocol.Candidate;
import plenum.protocol.Failed;
import plenum.protocol.StreamMessages;

/** Publishing and watching. Called in the conference's mailbox; a code in the answer says that nothing happened. */
public final class StreamHandler {

    public Optional<Failed.Code> handle(Conference conference, Participant by, StreamMessages.Ask message) {
        return switch (message) {
            case StreamMessages.SetDevices devices -> conference.setDevices(by, devices.microphone(), devices.camera());
            case StreamMessages.Publish publish -> publish(conference, by, publish);
            case StreamMessages.Unpublish unpublish -> conference.stage().unpublish(by, unpublish.source());
            case StreamMessages.PublishCandidate found -> publishCandidate(conference, by, found);
            case StreamMessages.Receive receive -> receive(conference, by, receive);
            case StreamMessages.CloseSlot close -> conference.stage().closeSlot(by, close.slot());
            case StreamMessages.SlotCandidate found -> slotCandidate(conference, by, found);
            case StreamMessages.View view -> conference.stage().view(by, view.wishes());
            case StreamMessages.Speech speech -> speech(conference, by, speech);
            case StreamMessages.ReportReach report -> reportReach(conference, by, report);
            case StreamMessages.ReportLink report -> conference.places().link(by, report.link());
        };
    }

    private static Optional<Failed.Code> publish(
            Conference conference, Participant by, StreamMessages.Publish message) {
        return conference.stage().publish(by, message.source(), message.epoch(), new Sdp(message.offer()));
    }

    private static Optional<Failed.Code> publishCandidate(
            Conference conference, Participant by, StreamMessages.PublishCandidate message) {
        return conference.stage().candidate(by, message.source(), message.epoch(), candidate(message.candidate()));
    }

    private static Optional<Failed.Code> receive(
            Conference conference, Participant by, StreamMessages.Receive message) {
        return conference.stage().receive(by, message.slot(), message.epoch(), new Sdp(message.offer()));
    }

    private static Optional<Failed.Code> slotCandidate(
            Conference conference, Participant by, StreamMessages.SlotCandidate message) {
        return conference.stage().candidate(by, message.slot(), message.epoch(), candidate(message.candidate()));
    }

    private static Optional<Failed.Code> speech(Conference conference, Participant by, StreamMessages.Speech message) {
        conference.heard(by, message.speaking(), message.level());
        return Optional.empty();
    }

    private static Optional<Failed.Code> reportReach(
            Conference conference, Participant by, StreamMessages.ReportReach message) {
        conference.places().reach(by, message.reach());
        return Optional.empty();
    }

    private static IceCandidate candidate(Candidate candidate) {
        return new IceCandidate(candidate.candidate(), candidate.mid(), candidate.line());
    }
}

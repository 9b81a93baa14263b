package plenum.stream;

import java.util.Optional;
import plenum.conference.Conference;
import plenum.conference.Participant;
import plenum.conference.Topic;
import plenum.media.IceCandidate;
import plenum.media.Sdp;
import plenum.protocol.Candidate;
import plenum.protocol.Failed;
import plenum.protocol.StreamMessages;

/** Publishing and watching. */
public final class StreamTopic implements Topic<StreamMessages.Ask> {
    private final Conference conference;

    public StreamTopic(Conference conference) {
        this.conference = conference;
    }

    @Override
    public Optional<Failed.Code> handle(Participant by, StreamMessages.Ask message) {
        return switch (message) {
            case StreamMessages.SetDevices devices -> conference.setDevices(by, devices.microphone(), devices.camera());
            case StreamMessages.Publish publish -> publish(by, publish);
            case StreamMessages.Unpublish unpublish -> conference.stage().unpublish(by, unpublish.source());
            case StreamMessages.PublishCandidate found -> publishCandidate(by, found);
            case StreamMessages.Receive receive -> receive(by, receive);
            case StreamMessages.CloseSlot close -> conference.stage().closeSlot(by, close.slot());
            case StreamMessages.SlotCandidate found -> slotCandidate(by, found);
            case StreamMessages.View view -> conference.stage().view(by, view.wishes());
            case StreamMessages.Speech speech -> speech(by, speech);
            case StreamMessages.ReportReach report -> reportReach(by, report);
            case StreamMessages.ReportLink report -> conference.places().link(by, report.link());
        };
    }

    private Optional<Failed.Code> publish(Participant by, StreamMessages.Publish message) {
        return conference.stage().publish(by, message.source(), message.epoch(), new Sdp(message.offer()));
    }

    private Optional<Failed.Code> publishCandidate(Participant by, StreamMessages.PublishCandidate message) {
        return conference.stage().candidate(by, message.source(), message.epoch(), candidate(message.candidate()));
    }

    private Optional<Failed.Code> receive(Participant by, StreamMessages.Receive message) {
        return conference.stage().receive(by, message.slot(), message.epoch(), new Sdp(message.offer()));
    }

    private Optional<Failed.Code> slotCandidate(Participant by, StreamMessages.SlotCandidate message) {
        return conference.stage().candidate(by, message.slot(), message.epoch(), candidate(message.candidate()));
    }

    private Optional<Failed.Code> speech(Participant by, StreamMessages.Speech message) {
        conference.heard(by, message.speaking(), message.level());
        return Optional.empty();
    }

    private Optional<Failed.Code> reportReach(Participant by, StreamMessages.ReportReach message) {
        conference.places().reach(by, message.reach());
        return Optional.empty();
    }

    private static IceCandidate candidate(Candidate candidate) {
        return new IceCandidate(candidate.candidate(), candidate.mid(), candidate.line());
    }
}

package plenum.stream;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import plenum.conference.Conference;
import plenum.conference.Entry;
import plenum.conference.Participant;
import plenum.conference.Topic;
import plenum.media.IceCandidate;
import plenum.media.Sdp;
import plenum.protocol.Candidate;
import plenum.protocol.Failed;
import plenum.protocol.StreamMessages;

/** Handles the media of a conference: devices, publications, slots, and who speaks. */
public final class StreamTopic implements Topic<StreamMessages.Ask> {
    private final Conference conference;
    private final MediaRules rules;
    private final Speech speech;
    private final Stage stage;
    private final Feeds feeds;
    private final Runnable forgetFeeds;
    private final Relays relays;
    private final Links links;

    public StreamTopic(Conference conference, StreamServices around) {
        Executor mailbox = conference::post;
        this.conference = conference;
        this.rules = new MediaRules(conference.rules());
        this.speech = new Speech(conference.people(), around, mailbox, this::refresh);
        this.feeds = around.feeds().begin(conference.id());
        this.forgetFeeds = () -> around.feeds().end(conference.id(), feeds);
        this.stage = new Stage(
                conference.id().toString(),
                around,
                rules,
                mailbox,
                new StageNews(conference.id(), conference.people(), speech, feeds));
        this.relays = new Relays(around, conference.people());
        this.links = new Links(conference.people(), around.clock());
    }

    @Override
    public Optional<Failed.Code> handle(Participant by, StreamMessages.Ask message) {
        return switch (message) {
            case StreamMessages.SetDevices devices -> setDevices(by, devices.microphone(), devices.camera());
            case StreamMessages.Publish(var source, var epoch, var offer) ->
                stage.publish(by, source, epoch, new Sdp(offer));
            case StreamMessages.Unpublish(var source) -> stage.unpublish(by, source);
            case StreamMessages.PublishCandidate(var source, var epoch, var found) ->
                stage.candidate(by, source, epoch, candidate(found));
            case StreamMessages.Receive(var slot, var epoch, var offer) ->
                stage.receive(by, slot, epoch, new Sdp(offer));
            case StreamMessages.CloseSlot(var slot) -> stage.closeSlot(by, slot);
            case StreamMessages.SlotCandidate(var slot, var epoch, var found) ->
                stage.candidate(by, slot, epoch, candidate(found));
            case StreamMessages.View(var wishes) -> stage.view(by, wishes);
            case StreamMessages.Speech report -> speech(by, report);
            case StreamMessages.ReportReach report -> reportReach(by, report);
            case StreamMessages.ReportLink report -> links.link(by, report.link());
        };
    }

    @Override
    public void entering(Entry entry) {
        Participant participant = entry.participant();
        rules.forget(participant);
        if (entry.isFirst()) {
            rules.settle(participant, entry.arrival().kind().isNew());
        }
        rules.set(
                participant,
                entry.arrival().microphone() && !participant.devices().isSilenced(),
                entry.arrival().camera() && !participant.devices().isDimmed());
        stage.open();
        relays.begin(conference::post);
        entry.media(new Entry.Media(
                stage.viewing(participant), relays.forParticipant(participant), stage.epoch(), stage.isAvailable()));
    }

    @Override
    public void greet(Participant newcomer) {
        rules.tell(newcomer);
        stage.returned(newcomer);
        speech.dominant(newcomer).ifPresent(id -> newcomer.send(new StreamMessages.DominantSpeaker(id)));
        if (newcomer.moderates()) {
            links.tell(newcomer);
        }
    }

    @Override
    public void disconnected(Participant participant) {
        speech.heard(participant, false, 0);
    }

    @Override
    public void devicesChanged(Collection<Participant> of) {
        for (Participant participant : of) {
            if (!participant.devices().microphone()) {
                speech.heard(participant, false, 0);
            }
        }
        of.forEach(rules::enforce);
        stage.enforce();
    }

    @Override
    public void roleChanged(Participant participant) {
        rules.enforce(participant);
        stage.enforce();
        if (participant.moderates()) {
            links.tell(participant);
        }
    }

    @Override
    public void rulesChanged() {
        conference.people().all().forEach(rules::enforce);
        stage.enforce();
    }

    @Override
    public void moved(Collection<Participant> who) {
        speech.moved(who);
        stage.refresh();
        who.forEach(one ->
                one.send(new StreamMessages.DominantSpeaker(speech.dominant(one).orElse(null))));
    }

    @Override
    public void left(Participant participant) {
        stage.forget(participant);
        speech.left(participant);
        rules.forget(participant);
        links.left(participant);
    }

    @Override
    public void ended() {
        stage.close();
        relays.close();
        forgetFeeds.run();
    }

    private void refresh() {
        stage.refresh();
    }

    /** Turns devices on, where the participant may, and off. */
    private Optional<Failed.Code> setDevices(Participant by, boolean microphone, boolean camera) {
        rules.set(by, microphone, camera);
        conference.devicesChanged(List.of(by));
        boolean done = by.devices().microphone() == microphone && by.devices().camera() == camera;
        return done ? Optional.empty() : Optional.of(Failed.Code.FORBIDDEN);
    }

    /** A browser is believed that its participant speaks only while the microphone is on. */
    private Optional<Failed.Code> speech(Participant by, StreamMessages.Speech message) {
        speech.heard(by, message.speaking() && by.devices().microphone(), message.level());
        return Optional.empty();
    }

    private Optional<Failed.Code> reportReach(Participant by, StreamMessages.ReportReach message) {
        links.reach(by, message.reach());
        return Optional.empty();
    }

    private static IceCandidate candidate(Candidate candidate) {
        return new IceCandidate(candidate.candidate(), candidate.mid(), candidate.line());
    }
}

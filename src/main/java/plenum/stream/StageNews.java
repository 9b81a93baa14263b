package plenum.stream;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.conference.Participant;
import plenum.conference.People;
import plenum.protocol.MediaSource;
import plenum.protocol.SessionMessages;
import plenum.protocol.StreamMessages;

/** Tells participants of changes on the stage, and gives the stage access to participants and speakers. */
final class StageNews implements Stage.Listener {
    private static final Logger log = LoggerFactory.getLogger(StageNews.class);

    private final UUID meeting;
    private final People people;
    private final Speech speech;
    private final Feeds feeds;

    StageNews(UUID meeting, People people, Speech speech, Feeds feeds) {
        this.meeting = meeting;
        this.people = people;
        this.speech = speech;
        this.feeds = feeds;
    }

    @Override
    public void feeds(List<Feeds.Feed> now) {
        feeds.are(now, speech.dominant(Optional.empty()));
    }

    @Override
    public Optional<Participant> participant(String id) {
        return people.find(id);
    }

    @Override
    public List<String> recentSpeakers(Participant listening) {
        return speech.recent(listening);
    }

    @Override
    public void publishingChanged(Participant participant, MediaSource source) {
        people.broadcast(new SessionMessages.ParticipantChanged(participant.description()));
        log.info(
                "participant {} {} {}",
                participant.id(),
                participant.publishing().contains(source) ? "shows" : "no longer shows",
                source);
    }

    @Override
    public void reset(int epoch, boolean available) {
        people.all().forEach(participant -> {
            if (!available) {
                participant.publishing().clear();
            }
            participant.send(new StreamMessages.MediaReset(epoch, available));
        });
        log.info("media of meeting {} is {}, epoch {}", meeting, available ? "up" : "down", epoch);
    }
}

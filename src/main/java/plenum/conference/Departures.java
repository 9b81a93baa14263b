package plenum.conference;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.protocol.SessionMessages;
import plenum.protocol.SessionMessages.Ended;

/** Takes participants out of the conference, and ends it after the last one. Belongs to the conference's mailbox. */
final class Departures {
    private static final Logger log = LoggerFactory.getLogger(Departures.class);

    private final Conference conference;
    private final People people;
    private final Topics topics;

    Departures(Conference conference, Topics topics) {
        this.conference = conference;
        this.people = conference.people();
        this.topics = topics;
    }

    /** A participant loses the place, for a reason that their browser is told. */
    void giveUp(Participant participant, Ended.Reason reason) {
        if (!people.remove(participant)) {
            return;
        }
        participant.part(reason);
        if (reason == Ended.Reason.REMOVED) {
            topics.each(topic -> topic.removed(participant));
        }
        topics.each(topic -> topic.left(participant));
        conference.places().abandon(participant.attendance().id());
        people.broadcast(new SessionMessages.ParticipantLeft(participant.id()));
        log.info("participant {} left meeting {}", participant.id(), conference.id());
        conference.endWhenEmpty();
    }

    /** A moderator ends the meeting: everybody in it loses the place, and nobody waits any longer. */
    void endForAll() {
        topics.each(Topic::ending);
        people.all().forEach(participant -> giveUp(participant, Ended.Reason.OVER));
    }
}

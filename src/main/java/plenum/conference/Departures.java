package plenum.conference;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.protocol.SessionMessages;
import plenum.protocol.SessionMessages.Ended;

/**
 * Takes participants out of the conference: those who leave, whose connection stays lost, who are removed, and all at its end. Belongs to the
 * conference's mailbox.
 */
public final class Departures {
    private static final Logger log = LoggerFactory.getLogger(Departures.class);

    private final Conference conference;
    private final People people;
    private final Duration grace;
    private final Topics topics;

    /** @param grace how long a place outlives its connection */
    Departures(Conference conference, Duration grace, Topics topics) {
        this.conference = conference;
        this.grace = grace;
        this.people = conference.people();
        this.topics = topics;
    }

    /** Posts: the connection is gone. Its participant has the place for a while still. */
    public void lost(Presence presence) {
        conference.submit(presence, () -> {
            Participant participant = presence.participant();
            participant.lose(conference.later(grace, () -> leave(participant)));
            topics.each(topic -> topic.disconnected(participant));
            people.broadcast(new SessionMessages.ParticipantChanged(participant.description()));
        });
    }

    /** A participant leaves for good. */
    public void leave(Participant participant) {
        giveUp(participant, Ended.Reason.LEFT);
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
    public void endForAll() {
        topics.each(Topic::ending);
        people.all().forEach(participant -> giveUp(participant, Ended.Reason.OVER));
    }
}

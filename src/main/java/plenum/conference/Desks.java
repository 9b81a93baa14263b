package plenum.conference;

import plenum.protocol.Outbox;
import plenum.protocol.ServerMessage;
import plenum.protocol.SessionMessages;

/**
 * The moderation desks that are open. A desk receives the messages that its moderator's tab receives, and what is done on it is done as
 * that moderator; it takes no place in the conference. Belongs to the conference's mailbox.
 */
public final class Desks {
    private final People people;
    private final Topics topics;

    Desks(People people, Topics topics) {
        this.people = people;
        this.topics = topics;
    }

    /**
     * Opens a desk and brings it up to date. The state of rooms and topics goes to the tab once more, as after a lost connection.
     *
     * @return false when the participant does not moderate
     */
    public boolean open(Participant moderator, Outbox desk) {
        if (!moderator.moderates()) {
            return false;
        }
        for (Participant participant : people.all()) {
            ServerMessage here = new SessionMessages.ParticipantJoined(participant.description());
            desk.send(here);
        }
        moderator.attach(desk);
        topics.each(topic -> topic.greet(moderator));
        topics.catchUp(moderator);
        return true;
    }

    public void close(Participant moderator, Outbox desk) {
        moderator.detach(desk);
    }
}

package plenum.conference;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.meeting.Meeting;
import plenum.protocol.SessionMessages;
import plenum.protocol.SessionMessages.Ended;
import plenum.protocol.SessionMessages.Refused;

/** Admits people who arrive, lets them wait, or refuses them. Belongs to the conference's mailbox. */
public final class Admissions {
    private static final Logger log = LoggerFactory.getLogger(Admissions.class);

    private final Conference conference;
    private final People people;
    private final Doorkeeper doorkeeper;
    private final Places places;
    private final Topics topics;
    private final Welcomes welcomes;

    Admissions(Conference conference, Meeting meeting, Surroundings around, Topics topics) {
        this.conference = conference;
        this.people = conference.people();
        this.doorkeeper = new Doorkeeper(people, conference.rules(), around.house(), meeting.isEncrypted());
        this.places = conference.places();
        this.topics = topics;
        this.welcomes = new Welcomes(meeting, around.settings().meetings(), people);
    }

    /** Whether a person who is not known would be refused at once, as it was a moment ago. From any thread. */
    Optional<Refused.Reason> turnsAway() {
        return doorkeeper.turnsAway();
    }

    /** A person arrives. */
    void receive(Arrival arrival, Consumer<Admission> answer) {
        places.hold(arrival.attendance().id());
        switch (decide(arrival)) {
            case Ruling.Come() -> admit(arrival, answer);
            case Ruling.Wait(var reason) -> topics.keepWaiting(arrival, reason, answer);
            case Ruling.Go(var reason) -> {
                abandon(arrival);
                answer.accept(new Admission.Refused(reason));
            }
        }
    }

    /** Decides on an arrival by the current rules and participants. */
    public Ruling decide(Arrival arrival) {
        return doorkeeper.decide(arrival);
    }

    /** Whether another device of the person would be one too many. */
    public boolean hasAllDevices(UUID person) {
        return doorkeeper.hasAllDevices(person);
    }

    /** Lets somebody in who waited, if there is a place. */
    public void letIn(Arrival arrival, Consumer<Admission> answer) {
        if (doorkeeper.isFull()) {
            abandon(arrival);
            answer.accept(new Admission.Refused(Refused.Reason.FULL));
        } else {
            admit(arrival, answer);
        }
    }

    /** Gives up the place of somebody who came to the door and never was in. */
    public void abandon(Arrival arrival) {
        places.abandon(arrival.attendance().id());
        conference.endWhenEmpty();
    }

    /**
     * Takes a participant's place away, so that the resume token is void.
     *
     * @param block whether the person is kept out from now on
     * @param failed called when it could not be stored
     */
    public void remove(Participant participant, boolean block, Runnable failed) {
        Runnable done = () -> {
            doorkeeper.remove(participant.attendance().id());
            conference.departures().giveUp(participant, Ended.Reason.REMOVED);
        };
        places.revoke(participant, block, done, failed);
    }

    /** The session that proved who a participant is has ended: so has their place, whether that can be stored or not. */
    public void signOut(Participant participant) {
        Runnable done = () -> {
            doorkeeper.remove(participant.attendance().id());
            conference.departures().giveUp(participant, Ended.Reason.SIGNED_OUT);
        };
        places.revoke(participant, false, done, done);
    }

    private void admit(Arrival arrival, Consumer<Admission> answer) {
        Optional<Participant> here = people.find(arrival.attendance().id().toString());
        Participant participant =
                here.orElseGet(() -> new Participant(places.asOnOtherDevices(arrival.attendance()), arrival.caller()));
        if (here.isEmpty()) {
            people.add(participant);
        }
        participant.take(arrival.outbox(), arrival.link());
        participant.comesAs(arrival.caller());
        Entry entry = new Entry(participant, arrival, here.isEmpty());
        topics.each(topic -> topic.entering(entry));
        // before the welcome: a tab says more as soon as it has that
        answer.accept(new Admission.Admitted(new Presence(conference, participant, arrival.outbox())));
        arrival.outbox().send(welcomes.to(entry));
        topics.each(topic -> topic.greet(participant));
        people.others(
                participant,
                here.isPresent()
                        ? new SessionMessages.ParticipantChanged(participant.description())
                        : new SessionMessages.ParticipantJoined(participant.description()));
        log.info(
                "participant {} {} meeting {}",
                participant.id(),
                here.isPresent() ? "came back to" : "joined",
                conference.id());
        topics.each(topic -> topic.entered(entry));
    }
}

package plenum.conference;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.audit.AuditAction;
import plenum.meeting.Meeting;
import plenum.platform.Mailbox;
import plenum.platform.Timers;
import plenum.protocol.ClientMessage;
import plenum.protocol.Failed;
import plenum.protocol.ServerMessage;
import plenum.protocol.SessionMessages;
import plenum.protocol.SessionMessages.Ended;

/**
 * A meeting while people are in it. Begins with the first who enters and is over when the last place has been given up; a place is given
 * up by leaving, or when its connection was lost for longer than the grace time.
 *
 * <p>The methods that say "posts" may be called from anywhere and return at once. All others belong to the mailbox: call them from a task
 * given to {@link #submit}.
 */
public final class Conference {
    private static final Logger log = LoggerFactory.getLogger(Conference.class);

    private final Meeting meeting;
    private final Surroundings around;
    private final Runnable onOver;
    private final Mailbox mailbox;
    private final People people = new People();
    private final Ledger ledger;
    private final Journal journal;
    private final Room room;
    private final Places places;
    private final Doorkeeper doorkeeper;
    private final Lobby lobby;
    private final Moderation moderation;
    private final Circles circles;
    private final Succession succession;
    private final Welcomes welcomes;
    private final Topics topics;
    private final Desks desks;
    private boolean over;

    Conference(Meeting meeting, Surroundings around, HeldPlaces held, List<TopicKind<?>> kinds, Runnable onOver) {
        this.meeting = meeting;
        this.around = around;
        this.onOver = onOver;
        this.mailbox = new Mailbox("conference " + meeting.id(), around.threads());
        this.ledger = new Ledger(meeting.id().toString(), around.threads(), around.clock(), mailbox::post);
        this.journal = new Journal(meeting.id(), around.audit(), around.clock(), ledger);
        this.room = new Room(meeting, around, people, ledger, journal, this::rulesChanged);
        this.doorkeeper =
                new Doorkeeper(people, room, around.settings().meetings().participants());
        this.places = new Places(around, room, people, doorkeeper, ledger, held);
        this.lobby = new Lobby(people, journal, mailbox::post, new LobbyNews());
        this.moderation = new Moderation(meeting, around, people, ledger, journal, new ModerationNews());
        this.succession = new Succession(
                people, room, moderation, around.settings().meetings().grace(), this::later);
        this.circles = new Circles(people, around.attendances(), ledger, this::moved);
        this.welcomes = new Welcomes(meeting, around.settings().meetings(), people);
        this.topics = new Topics(this, kinds);
        ledger.keep(() -> around.meetings().used(List.of(meeting.id())));
        this.desks = new Desks(people, room, lobby, topics);
    }

    /**
     * Posts: somebody comes to the door.
     *
     * @param answer called in the mailbox
     * @param missed called when this conference has just ended; another one of the same meeting will have the arrival
     */
    void enter(Arrival arrival, Consumer<Admission> answer, Runnable missed) {
        boolean posted = mailbox.post(() -> {
            if (over) {
                missed.run();
            } else {
                receive(arrival, answer);
            }
        });
        if (!posted) {
            missed.run();
        }
    }

    /** Whether somebody who is not known would be sent away at once, as it was a moment ago. From any thread. */
    Optional<SessionMessages.Refused.Reason> turnsAway() {
        return doorkeeper.turnsAway();
    }

    /** Posts: does something for a participant, unless the connection has lost the place by then. */
    public void submit(Presence presence, Runnable work) {
        mailbox.post(() -> {
            if (presence.participant().isHeldBy(presence.outbox())) {
                work.run();
            }
        });
    }

    /**
     * Posts: does something for a participant, whichever connection holds the place.
     *
     * @param gone called instead when they are not here, also when the conference is over
     */
    public void submit(String participant, Consumer<Participant> work, Runnable gone) {
        boolean posted = mailbox.post(() -> people.find(participant).ifPresentOrElse(work, gone));
        if (!posted) {
            gone.run();
        }
    }

    /** Posts: the connection is gone. */
    public void lost(Presence presence) {
        submit(presence, () -> {
            Participant participant = presence.participant();
            participant.lose(later(around.settings().meetings().grace(), () -> giveUp(participant, Ended.Reason.LEFT)));
            topics.each(topic -> topic.disconnected(participant));
            people.broadcast(new SessionMessages.ParticipantChanged(participant.description()));
        });
    }

    private void receive(Arrival arrival, Consumer<Admission> answer) {
        places.hold(arrival.attendance().id());
        switch (doorkeeper.decide(arrival)) {
            case Doorkeeper.Ruling.Come come -> admit(arrival, answer);
            case Doorkeeper.Ruling.Wait(var reason) -> lobby.knock(arrival, reason, answer);
            case Doorkeeper.Ruling.Go(var reason) -> {
                places.abandon(arrival.attendance().id());
                answer.accept(new Admission.Refused(reason));
                endWhenEmpty();
            }
        }
    }

    private void admit(Arrival arrival, Consumer<Admission> answer) {
        Optional<Participant> here = people.find(arrival.attendance().id().toString());
        Participant participant =
                here.orElseGet(() -> new Participant(places.asOnOtherDevices(arrival.attendance()), arrival.caller()));
        if (here.isEmpty()) {
            people.add(participant);
        }
        participant.take(arrival.outbox(), arrival.link());
        Entry entry = new Entry(participant, arrival, here.isEmpty());
        topics.each(topic -> topic.entering(entry));
        // before the welcome: a tab says more as soon as it has that
        answer.accept(new Admission.Admitted(new Presence(this, participant, arrival.outbox())));
        arrival.outbox().send(welcomes.to(entry));
        topics.each(topic -> topic.greet(participant));
        room.greet(participant);
        people.others(
                participant,
                here.isPresent()
                        ? new SessionMessages.ParticipantChanged(participant.description())
                        : new SessionMessages.ParticipantJoined(participant.description()));
        log.info(
                "participant {} {} meeting {}",
                participant.id(),
                here.isPresent() ? "came back to" : "joined",
                meeting.id());
        if (participant.moderates()) {
            lobby.tell(participant);
            lobby.review(doorkeeper::decide);
        } else {
            succession.cameIn(participant, arrival.kind().isNew());
        }
    }

    /** Gives a message to the topic that handles it; a code says that nothing happened. */
    public Optional<Failed.Code> handle(Participant by, ClientMessage message) {
        return topics.handle(by, message);
    }

    /** Tells a participant the state of all topics. */
    public void catchUp(Participant reader) {
        topics.each(topic -> topic.catchUp(reader));
    }

    /** Leaves for good. */
    public void leave(Participant participant) {
        giveUp(participant, Ended.Reason.LEFT);
    }

    /** What holds for everybody here. */
    public Room room() {
        return room;
    }

    /** What people change about their own places. */
    public Places places() {
        return places;
    }

    /** Those who wait before the door. */
    public Lobby lobby() {
        return lobby;
    }

    /** What moderators do to people. */
    public Moderation moderation() {
        return moderation;
    }

    /** The desks of moderators. */
    public Desks desks() {
        return desks;
    }

    /** Writes down what a moderator did, for the audit table. */
    public void noted(Participant by, AuditAction action, @Nullable String subject) {
        journal.did(by, action, subject);
    }

    /** What is stored of this meeting. */
    public Ledger ledger() {
        return ledger;
    }

    /** Of the stored meeting. */
    public UUID id() {
        return meeting.id();
    }

    /** The participants. */
    public People people() {
        return people;
    }

    public Optional<Participant> find(String id) {
        return people.find(id);
    }

    /** Who is with whom: everybody in the main room, and in each breakout room. */
    public Circles circles() {
        return circles;
    }

    /** Tells those who are in a room; empty: the main room. What is said in one is no business of the others. */
    public void tell(Optional<UUID> inRoom, ServerMessage message) {
        people.tell(inRoom, message);
    }

    /** Posts a task to the mailbox. */
    public void post(Runnable task) {
        mailbox.post(task);
    }

    /** Does something in the mailbox after a while. */
    public Timers.Timer later(Duration delay, Runnable task) {
        return around.timers().after(delay, () -> mailbox.post(task));
    }

    /** Devices of these participants changed: tells the topics, and then everybody. */
    public void devicesChanged(Collection<Participant> of) {
        topics.each(topic -> topic.devicesChanged(of));
        of.forEach(participant -> people.broadcast(new SessionMessages.ParticipantChanged(participant.description())));
    }

    private void giveUp(Participant participant, Ended.Reason reason) {
        if (!people.remove(participant)) {
            return;
        }
        participant.part(reason);
        room.forget(participant, true);
        topics.each(topic -> topic.left(participant));
        places.abandon(participant.attendance().id());
        people.broadcast(new SessionMessages.ParticipantLeft(participant.id()));
        log.info("participant {} left meeting {}", participant.id(), meeting.id());
        succession.left(participant);
        endWhenEmpty();
    }

    private void endWhenEmpty() {
        if (people.count() > 0 || !lobby.isEmpty() || over) {
            return;
        }
        over = true;
        topics.each(Topic::ended);
        room.close();
        ledger.close();
        // first out of the registry, then closed: whoever finds it closed must not find it there again
        onOver.run();
        mailbox.close();
        log.info("meeting {} is over", meeting.id());
    }

    private void moved(Collection<Participant> who) {
        topics.each(topic -> topic.moved(who));
    }

    private void rulesChanged() {
        topics.each(Topic::rulesChanged);
        lobby.review(doorkeeper::decide);
    }

    private final class LobbyNews implements Lobby.Listener {
        @Override
        public void letIn(Arrival arrival, Consumer<Admission> answer) {
            if (doorkeeper.isFull()) {
                gone(arrival);
                answer.accept(new Admission.Refused(SessionMessages.Refused.Reason.FULL));
            } else {
                admit(arrival, answer);
            }
        }

        @Override
        public void gone(Arrival arrival) {
            places.abandon(arrival.attendance().id());
            endWhenEmpty();
        }
    }

    private final class ModerationNews implements Moderation.Listener {
        @Override
        public void devicesChanged(List<Participant> of) {
            Conference.this.devicesChanged(of);
        }

        @Override
        public void roleChanged(Participant participant) {
            people.broadcast(new SessionMessages.ParticipantChanged(participant.description()));
            topics.each(topic -> topic.roleChanged(participant));
            if (participant.moderates()) {
                lobby.tell(participant);
                lobby.review(doorkeeper::decide);
            } else {
                lobby.conceal(participant);
                room.forget(participant, false);
            }
        }

        @Override
        public void removed(Participant participant, Ended.Reason reason) {
            doorkeeper.remove(participant.attendance().id());
            giveUp(participant, reason);
        }

        @Override
        public void ended() {
            succession.end();
            lobby.dismissAll();
            people.all().forEach(participant -> giveUp(participant, Ended.Reason.OVER));
        }
    }
}

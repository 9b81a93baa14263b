package plenum.conference;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.audit.AuditAction;
import plenum.meeting.Meeting;
import plenum.meeting.MeetingLetters;
import plenum.platform.Mailbox;
import plenum.platform.Timers;
import plenum.protocol.ClientMessage;
import plenum.protocol.Failed;
import plenum.protocol.ServerMessage;
import plenum.protocol.SessionMessages;

/**
 * A meeting while people are in it: the aggregate of the live meeting. Begins when the first participant enters, and ends when the last
 * place has been given up: by leaving, or when a connection has been lost for longer than the grace time. Holds the participants, their
 * roles and rooms, and the rules; everything else is done by its {@link Topic topics}.
 *
 * <p>The methods that say "posts" may be called from any thread and return at once. All others must run in the conference's mailbox: call
 * them from a task given to {@link #submit}.
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
    private final MeetingRules rules;
    private final Roles roles;
    private final Circles circles;
    private final Places places;
    private final Topics topics;
    private final Departures departures;
    private final Admissions admissions;
    private final Desks desks;
    private final Instant begun;
    private boolean over;

    Conference(Meeting meeting, Surroundings around, HeldPlaces held, List<TopicKind<?>> kinds, Runnable onOver) {
        this.meeting = meeting;
        this.around = around;
        this.onOver = onOver;
        this.begun = around.clock().instant();
        this.mailbox = new Mailbox("conference " + meeting.id(), around.threads());
        this.ledger = new Ledger(meeting.id().toString(), around.threads(), around.clock(), mailbox::post);
        this.journal = new Journal(meeting.id(), around.audit(), around.clock(), ledger);
        this.topics = new Topics();
        this.rules = new MeetingRules(meeting, around, ledger, journal, () -> topics.each(Topic::rulesChanged));
        this.roles = new Roles(people, around.attendances(), ledger, this::roleChanged);
        this.circles =
                new Circles(people, around.attendances(), ledger, moved -> topics.each(topic -> topic.moved(moved)));
        this.places = new Places(meeting, around, people, ledger, held);
        this.departures = new Departures(this, around.settings().meetings().grace(), topics);
        this.admissions = new Admissions(this, meeting, around, topics);
        this.desks = new Desks(people, topics);
        topics.begin(this, kinds);
        ledger.keep(() -> around.meetings().used(List.of(meeting.id())));
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
                admissions.receive(arrival, answer);
            }
        });
        if (!posted) {
            missed.run();
        }
    }

    /** Posts: the rules of the house have changed; some who wait may come in now. */
    void houseRulesChanged() {
        mailbox.post(() -> topics.each(Topic::rulesChanged));
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

    /** Posts: says how it goes. Never done when the conference is over. */
    CompletableFuture<Glimpse> glimpse() {
        CompletableFuture<Glimpse> seen = new CompletableFuture<>();
        mailbox.post(() -> seen.complete(Glimpse.of(meeting, people.all(), begun)));
        return seen;
    }

    /** Posts a task to the mailbox. */
    public void post(Runnable task) {
        mailbox.post(task);
    }

    /** Gives a message to the topic that handles it; a code says that nothing happened. */
    public Optional<Failed.Code> handle(Participant by, ClientMessage message) {
        return topics.handle(by, message);
    }

    /** Tells a participant the state of all topics. */
    public void catchUp(Participant reader) {
        topics.catchUp(reader);
    }

    /** The letters of the stored meeting's link. */
    public MeetingLetters letters() {
        return meeting.letters();
    }

    /** The id of the stored meeting. */
    public UUID id() {
        return meeting.id();
    }

    /** Whether it is encrypted end to end: decided before anybody was in it, and never changed. */
    public boolean isEncrypted() {
        return meeting.isEncrypted();
    }

    /** The name of the stored meeting. */
    public String name() {
        return meeting.name();
    }

    public People people() {
        return people;
    }

    public Optional<Participant> find(String id) {
        return people.find(id);
    }

    public MeetingRules rules() {
        return rules;
    }

    public Roles roles() {
        return roles;
    }

    /** The rooms and the participants in them. */
    public Circles circles() {
        return circles;
    }

    public Places places() {
        return places;
    }

    public Departures departures() {
        return departures;
    }

    public Admissions admissions() {
        return admissions;
    }

    public Desks desks() {
        return desks;
    }

    /** The mailbox in which topics read from the database and write to it. */
    public Ledger ledger() {
        return ledger;
    }

    /** Writes a line about what a moderator did to the audit log. */
    public void noted(Participant by, AuditAction action, @Nullable String subject) {
        journal.did(by, action, subject);
    }

    /** Writes a line about what a rule did in a moderator's place to the audit log. */
    public void happened(AuditAction action, @Nullable String subject) {
        journal.happened(action, subject);
    }

    /** Sends a message to those who are in a room; empty: the main room. */
    public void tell(Optional<UUID> inRoom, ServerMessage message) {
        people.tell(inRoom, message);
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

    private void roleChanged(Participant participant) {
        people.broadcast(new SessionMessages.ParticipantChanged(participant.description()));
        topics.each(topic -> topic.roleChanged(participant));
    }

    /** Ends the conference when nobody is in it and nobody waits. */
    void endWhenEmpty() {
        if (over || !places.isEmpty()) {
            return;
        }
        over = true;
        topics.each(Topic::ended);
        rules.close();
        ledger.close();
        // first out of the registry, then closed: an arrival that finds this conference closed must not find it there
        // again
        onOver.run();
        mailbox.close();
        log.info("meeting {} is over", meeting.id());
    }
}

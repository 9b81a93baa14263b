package plenum.door;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import plenum.audit.AuditAction;
import plenum.conference.Admission;
import plenum.conference.Admissions;
import plenum.conference.Arrival;
import plenum.conference.Conference;
import plenum.conference.Participant;
import plenum.conference.Ruling;
import plenum.meeting.Caller;
import plenum.protocol.DoorMessages;
import plenum.protocol.DoorMessages.Knocking;
import plenum.protocol.Failed;
import plenum.protocol.SessionMessages;
import plenum.protocol.SessionMessages.Refused;
import plenum.protocol.SessionMessages.Waiting;

/**
 * The people who wait until a moderator, a rule or a moderator's arrival lets them in. They are told that they wait, and nothing else;
 * moderators are told their names. Belongs to the conference's mailbox.
 */
final class Lobby {
    /** The most people who wait at once. */
    static final int PLACES = 100;
    /** The most of them from one address, enough for a class behind one router. */
    static final int PLACES_OF_AN_ADDRESS = 30;
    /** After this many refusals a browser is refused at once; an address, which may be a whole school, after more. */
    static final int REFUSALS_OF_A_BROWSER = 2;

    static final int REFUSALS_OF_AN_ADDRESS = 6;

    private final Conference conference;
    private final Admissions admissions;
    private final Map<String, Waiter> waiting = new LinkedHashMap<>();
    private final Map<String, Integer> refusals = new HashMap<>();

    Lobby(Conference conference) {
        this.conference = conference;
        this.admissions = conference.admissions();
    }

    void knock(Arrival arrival, Waiting.Reason reason, Consumer<Admission> answer) {
        Waiter waiter = new Waiter(arrival, answer);
        dismissTwin(waiter);
        Optional<Refused.Reason> refused = turnsAway(arrival.caller());
        if (refused.isPresent()) {
            admissions.abandon(arrival);
            answer.accept(new Admission.Refused(refused.get()));
            return;
        }
        waiting.put(waiter.id, waiter);
        arrival.outbox().send(new SessionMessages.Waiting(reason));
        answer.accept(new Admission.Waiting(() -> conference.post(() -> withdraw(waiter))));
        tellModerators();
    }

    Optional<Failed.Code> admit(String knock, Participant by) {
        Waiter waiter = waiting.get(knock);
        if (waiter == null) {
            return Optional.of(Failed.Code.NOT_FOUND);
        }
        conference.noted(by, AuditAction.ADMIT, waiter.name());
        letIn(waiter);
        tellModerators();
        return Optional.empty();
    }

    Optional<Failed.Code> admitAll(Participant by) {
        if (!waiting.isEmpty()) {
            conference.noted(by, AuditAction.ADMIT_ALL, Integer.toString(waiting.size()));
            List.copyOf(waiting.values()).forEach(this::letIn);
            tellModerators();
        }
        return Optional.empty();
    }

    Optional<Failed.Code> refuse(String knock, Participant by) {
        Waiter waiter = waiting.remove(knock);
        if (waiter == null) {
            return Optional.of(Failed.Code.NOT_FOUND);
        }
        conference.noted(by, AuditAction.REFUSE, waiter.name());
        keys(waiter.arrival.caller()).forEach((key, most) -> refusals.merge(key, 1, Integer::sum));
        sendAway(waiter, Refused.Reason.DECLINED);
        tellModerators();
        return Optional.empty();
    }

    /** Sends everybody away who waits. It counts once against each address and browser, however many came from there. */
    Optional<Failed.Code> refuseAll(Participant by) {
        if (!waiting.isEmpty()) {
            List<Waiter> refused = List.copyOf(waiting.values());
            conference.noted(by, AuditAction.REFUSE_ALL, Integer.toString(refused.size()));
            Map<String, Integer> keys = new HashMap<>();
            refused.forEach(waiter -> keys.putAll(keys(waiter.arrival.caller())));
            keys.keySet().forEach(key -> refusals.merge(key, 1, Integer::sum));
            waiting.clear();
            refused.forEach(waiter -> sendAway(waiter, Refused.Reason.DECLINED));
            tellModerators();
        }
        return Optional.empty();
    }

    /** Rules or participants changed: lets people in who need not wait any longer. */
    void review() {
        boolean changed = false;
        for (Waiter waiter : List.copyOf(waiting.values())) {
            switch (admissions.decide(waiter.arrival)) {
                case Ruling.Come come -> {
                    letIn(waiter);
                    changed = true;
                }
                case Ruling.Wait(Waiting.Reason reason) ->
                    waiter.arrival.outbox().send(new SessionMessages.Waiting(reason));
                case Ruling.Go go -> {
                    // a lock keeps newcomers away; who waits already is for the moderators to decide
                }
            }
        }
        if (changed) {
            tellModerators();
        }
    }

    /** The meeting was ended for everybody. */
    void dismissAll() {
        for (Waiter waiter : List.copyOf(waiting.values())) {
            waiting.remove(waiter.id);
            sendAway(waiter, Refused.Reason.OVER);
        }
    }

    /** Brings a moderator up to date. */
    void tell(Participant moderator) {
        if (!waiting.isEmpty()) {
            moderator.send(news());
        }
    }

    /** A participant who moderates no more may not know the lobby: their list is emptied. */
    void conceal(Participant participant) {
        participant.send(new Knocking(List.of()));
    }

    private void letIn(Waiter waiter) {
        waiting.remove(waiter.id);
        admissions.letIn(waiter.arrival, waiter.answer);
    }

    private void sendAway(Waiter waiter, Refused.Reason reason) {
        admissions.abandon(waiter.arrival);
        waiter.answer.accept(new Admission.Refused(reason));
    }

    private void withdraw(Waiter waiter) {
        if (waiting.remove(waiter.id, waiter)) {
            tellModerators();
            admissions.abandon(waiter.arrival);
        }
    }

    /** Removes an earlier wait of the same browser under the same name: its connection was lost, and the server has not noticed yet. */
    private void dismissTwin(Waiter again) {
        Caller caller = again.arrival.caller();
        waiting.values().stream()
                .filter(other -> other != again
                        && !caller.browser().isEmpty()
                        && other.arrival.caller().browser().equals(caller.browser())
                        && other.name().equals(again.name()))
                .findFirst()
                .ifPresent(other -> {
                    waiting.remove(other.id);
                    other.arrival.outbox().finish(new SessionMessages.Ended(SessionMessages.Ended.Reason.TAKEN_OVER));
                    admissions.abandon(other.arrival);
                });
    }

    private Optional<Refused.Reason> turnsAway(Caller caller) {
        if (isTiresome(caller)) {
            return Optional.of(Refused.Reason.BLOCKED);
        }
        long neighbours = waiting.values().stream()
                .filter(other -> other.arrival.caller().address().equals(caller.address()))
                .count();
        boolean full = waiting.size() >= PLACES || neighbours >= PLACES_OF_AN_ADDRESS;
        return full ? Optional.of(Refused.Reason.FULL) : Optional.empty();
    }

    private boolean isTiresome(Caller caller) {
        return keys(caller).entrySet().stream()
                .anyMatch(key -> refusals.getOrDefault(key.getKey(), 0) >= key.getValue());
    }

    private static Map<String, Integer> keys(Caller caller) {
        Map<String, Integer> keys = new HashMap<>();
        keys.put("address " + caller.address(), REFUSALS_OF_AN_ADDRESS);
        if (!caller.browser().isEmpty()) {
            keys.put("browser " + caller.browser(), REFUSALS_OF_A_BROWSER);
        }
        return keys;
    }

    private void tellModerators() {
        Knocking news = news();
        conference.people().moderators().forEach(moderator -> moderator.send(news));
    }

    private Knocking news() {
        return new Knocking(waiting.values().stream()
                .map(waiter -> new DoorMessages.Knock(waiter.id, waiter.name()))
                .toList());
    }

    /** A person who waits. */
    private static final class Waiter {
        private final String id = UUID.randomUUID().toString();
        private final Arrival arrival;
        private final Consumer<Admission> answer;

        Waiter(Arrival arrival, Consumer<Admission> answer) {
            this.arrival = arrival;
            this.answer = answer;
        }

        String name() {
            return arrival.attendance().name();
        }
    }
}

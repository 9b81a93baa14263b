package plenum.secrecy;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plenum.conference.Conference;
import plenum.conference.Participant;
import plenum.conference.Topic;
import plenum.platform.Timers.Timer;
import plenum.protocol.Announcement;
import plenum.protocol.Failed;
import plenum.protocol.SecrecyMessages;
import plenum.protocol.SecrecyMessages.SecrecyChanged;
import plenum.protocol.SecrecyMessages.SecrecyCommit;
import plenum.protocol.SecrecyMessages.SecrecyInfo;
import plenum.protocol.SecrecyMessages.SecrecyShare;
import plenum.protocol.SecrecyMessages.SecrecyShared;
import plenum.protocol.SecrecyMessages.SecrecyState;
import plenum.protocol.SecrecyMessages.SecrecyTurn;
import plenum.protocol.SecrecyMessages.SecrecyWanted;
import plenum.protocol.SecrecyMessages.Wanted;

/**
 * The group of those who have the key of an encrypted meeting. Each change of the group starts from the one before, so one participant at a
 * time has a turn to make the next: first a member to take out who left, then those who want to join, in the order of asking. A turn that is
 * not used within its time goes to the next. Nothing of it outlives the conference.
 */
public final class SecrecyTopic implements Topic<SecrecyMessages.Ask> {
    static final Duration TURN = Duration.ofSeconds(2);

    private final Conference conference;
    /** In the order of joining. */
    private final Map<String, Participant> members = new LinkedHashMap<>();

    private final Map<String, Participant> waiting = new LinkedHashMap<>();
    /** Whose place the group still has, whether their tab knows its keys or not. */
    private final Set<String> places = new LinkedHashSet<>();

    private final Set<String> gone = new LinkedHashSet<>();
    private final Set<String> lacking = new LinkedHashSet<>();
    /** Members who did not use their turn, or did not answer, since the last change. */
    private final Set<String> silent = new LinkedHashSet<>();

    private int step;
    private int removals;
    private boolean renew;
    private @Nullable String info;
    private @Nullable Turn turn;

    /** Somebody's turn, or the wait for a member's answer. */
    private record Turn(Participant of, List<String> gone, boolean renews, boolean answers, Timer end) {}

    public SecrecyTopic(Conference conference) {
        this.conference = conference;
    }

    @Override
    public Optional<Failed.Code> handle(Participant by, SecrecyMessages.Ask message) {
        if (!conference.isEncrypted()) {
            return Optional.of(Failed.Code.OUT_OF_PLACE);
        }
        return switch (message) {
            case SecrecyMessages.SecrecyJoin join -> join(by);
            case SecrecyCommit commit -> commit(by, commit);
            case SecrecyInfo answer -> describe(by, answer);
            case SecrecyShare share -> share(by, share);
            case SecrecyMessages.SecrecyLack lack -> lack(by);
        };
    }

    @Override
    public void greet(Participant newcomer) {
        if (conference.isEncrypted()) {
            newcomer.send(new SecrecyState(step, isMember(newcomer), removals));
        }
    }

    @Override
    public void disconnected(Participant participant) {
        waiting.remove(participant.id());
        pass(participant);
    }

    @Override
    public void removed(Participant participant) {
        renew |= places.contains(participant.id());
    }

    @Override
    public void left(Participant participant) {
        waiting.remove(participant.id());
        lacking.remove(participant.id());
        members.remove(participant.id());
        if (places.remove(participant.id())) {
            gone.add(participant.id());
        }
        pass(participant);
        next();
    }

    /** Also for a tab that has lost the group: it is a member no more, and takes its own place again. */
    private Optional<Failed.Code> join(Participant by) {
        members.remove(by.id());
        waiting.putIfAbsent(by.id(), by);
        next();
        return Optional.empty();
    }

    private Optional<Failed.Code> commit(Participant by, SecrecyCommit message) {
        Turn used = turn;
        boolean changes = message.commit() != null || message.info() != null;
        if (used == null || used.answers() || used.of() != by || message.step() != step) {
            return Optional.of(Failed.Code.OUT_OF_PLACE);
        }
        boolean joins = waiting.containsKey(by.id());
        if (joins && !changes) {
            return Optional.of(Failed.Code.BAD_VALUE);
        }
        end(used);
        gone.removeAll(used.gone());
        if (changes) {
            change(by, message, joins, used.renews());
        }
        next();
        return Optional.empty();
    }

    private void change(Participant by, SecrecyCommit message, boolean joins, boolean renews) {
        step++;
        info = message.info();
        silent.clear();
        if (joins) {
            waiting.remove(by.id());
            members.put(by.id(), by);
            places.add(by.id());
            if (removals > 0) {
                lacking.add(by.id());
            }
        }
        if (renews && message.keys() != null) {
            removals++;
            renew = false;
        }
        tell(members.values(), new SecrecyChanged(step, by.id(), message.commit(), message.keys()));
        if (!lacking.isEmpty()) {
            askForKeys();
        }
    }

    private Optional<Failed.Code> describe(Participant by, SecrecyInfo answer) {
        Turn asked = turn;
        if (asked == null || !asked.answers() || asked.of() != by || answer.step() != step) {
            return Optional.of(Failed.Code.OUT_OF_PLACE);
        }
        end(asked);
        info = answer.info();
        next();
        return Optional.empty();
    }

    private Optional<Failed.Code> share(Participant by, SecrecyShare share) {
        if (!isMember(by) || lacking.contains(by.id())) {
            return Optional.of(Failed.Code.OUT_OF_PLACE);
        }
        List<Participant> readers = members.values().stream()
                .filter(member -> lacking.contains(member.id()))
                .toList();
        tell(readers, new SecrecyShared(share.step(), share.keys()));
        lacking.clear();
        return Optional.empty();
    }

    private Optional<Failed.Code> lack(Participant by) {
        if (!isMember(by)) {
            return Optional.of(Failed.Code.OUT_OF_PLACE);
        }
        lacking.add(by.id());
        askForKeys();
        return Optional.empty();
    }

    private void askForKeys() {
        members.values().stream()
                .filter(member -> member.isConnected() && !lacking.contains(member.id()))
                .findFirst()
                .ifPresent(member -> member.send(new SecrecyWanted(step, Wanted.KEYS)));
    }

    /** Gives the turn to the next who needs one, unless somebody has it. */
    private void next() {
        if (turn != null) {
            return;
        }
        Optional<Participant> eldest = eldest();
        if (members.isEmpty()) {
            // the next to come founds another group
            gone.clear();
            places.clear();
            info = null;
        }
        if (!gone.isEmpty() && eldest.isPresent()) {
            List<String> out = List.copyOf(gone);
            begin(eldest.get(), out, renew, false);
            eldest.get().send(new SecrecyTurn(step, null, out, renew));
        } else if (!waiting.isEmpty()) {
            letJoin(waiting.values().iterator().next(), eldest);
        }
    }

    private void letJoin(Participant newcomer, Optional<Participant> eldest) {
        if (members.isEmpty() || info != null) {
            begin(newcomer, List.of(), false, false);
            newcomer.send(new SecrecyTurn(step, info, List.of(), false));
        } else {
            eldest.ifPresent(member -> {
                begin(member, List.of(), false, true);
                member.send(new SecrecyWanted(step, Wanted.INFO));
            });
        }
    }

    /** The connected member who has been in the group longest; those who kept silent come last. */
    private Optional<Participant> eldest() {
        List<Participant> here =
                members.values().stream().filter(Participant::isConnected).toList();
        return here.stream()
                .filter(member -> !silent.contains(member.id()))
                .findFirst()
                .or(() -> {
                    silent.clear();
                    return here.stream().findFirst();
                });
    }

    private void begin(Participant of, List<String> out, boolean renews, boolean answers) {
        turn = new Turn(of, out, renews, answers, conference.later(TURN, () -> expire(of)));
    }

    /** Somebody who wanted to join asks again, and a member is asked after the others. */
    private void expire(Participant of) {
        Turn late = turn;
        if (late != null && late.of() == of) {
            if (isMember(of)) {
                silent.add(of.id());
            }
            if (!late.answers()) {
                waiting.remove(of.id());
            }
            pass(of);
        }
    }

    private void pass(Participant participant) {
        Turn had = turn;
        if (had != null && had.of() == participant) {
            end(had);
            next();
        }
    }

    private void end(Turn had) {
        had.end().cancel();
        turn = null;
    }

    private boolean isMember(Participant participant) {
        return members.get(participant.id()) == participant;
    }

    private static void tell(Collection<Participant> readers, SecrecyMessages.Told message) {
        Announcement announcement = new Announcement(message);
        readers.forEach(reader -> reader.send(announcement));
    }
}

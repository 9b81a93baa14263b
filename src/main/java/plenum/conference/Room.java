package plenum.conference;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plenum.audit.AuditAction;
import plenum.meeting.Meeting;
import plenum.meeting.MeetingPassword;
import plenum.meeting.PasswordHash;
import plenum.meeting.RoomRules;
import plenum.meeting.RoomSwitch;
import plenum.platform.HashingSlots;
import plenum.platform.Mailbox;
import plenum.protocol.Failed;
import plenum.protocol.ModerationMessages;
import plenum.protocol.ModerationMessages.FollowView;
import plenum.protocol.ServerMessage;

/**
 * What holds for everybody in the conference: rules, password, spotlight, and whose view is followed. Rules and password are stored before
 * anybody is told of a change. Belongs to the conference's mailbox; what answers {@code Optional<Failed.Code>} had no effect when a code
 * is present.
 */
public final class Room {
    private final Meeting meeting;
    private final Surroundings around;
    private final People people;
    private final Ledger ledger;
    private final Journal journal;
    private final Runnable onRules;
    /** One after the other, so that the last password wins; beside the ledger, which stores what others wait for. */
    private final Mailbox hashing;

    private volatile RoomRules rules;
    /** With the changes that are being stored. */
    private RoomRules decided;

    private boolean password;
    private @Nullable String spotlight;
    private @Nullable String leader;
    private @Nullable FollowView view;

    /** @param onRules told after each change of the rules */
    Room(Meeting meeting, Surroundings around, People people, Ledger ledger, Journal journal, Runnable onRules) {
        this.meeting = meeting;
        this.around = around;
        this.people = people;
        this.ledger = ledger;
        this.journal = journal;
        this.onRules = onRules;
        this.hashing = new Mailbox("passwords of " + meeting.id(), around.threads());
        this.rules = meeting.rules();
        this.decided = meeting.rules();
        this.password = meeting.password().isPresent();
    }

    /** From any thread. */
    public RoomRules rules() {
        return rules;
    }

    /** Whether a participant may do what the switch is about; moderators always may. */
    public boolean permits(Participant participant, RoomSwitch what) {
        boolean device = what == RoomSwitch.UNMUTE || what == RoomSwitch.CAMERA;
        return participant.moderates()
                || rules.allows(what)
                || (device && participant.devices().isAllowed());
    }

    boolean hasPassword() {
        return password;
    }

    /** Whether more than a link, and the password where there is one, is needed to come in. */
    boolean othersDecideWhoComesIn() {
        return rules.lobby() || rules.waitForModerator() || rules.locked();
    }

    public Optional<Failed.Code> set(RoomSwitch which, boolean on, Participant by) {
        if (decided.allows(which) == on) {
            return Optional.empty();
        }
        RoomRules changed = decided.with(which, on);
        decided = changed;
        ledger.keep(
                () -> around.meetings().setRules(meeting, changed),
                () -> {
                    rules = changed;
                    people.broadcast(state());
                    onRules.run();
                },
                () -> {
                    decided = rules;
                    by.send(new Failed(Failed.Code.INTERNAL, "set-switch"));
                });
        journal.did(
                by,
                on ? AuditAction.SWITCH_ON : AuditAction.SWITCH_OFF,
                which.name().toLowerCase(Locale.ROOT));
        return Optional.empty();
    }

    /** @param typed empty: nobody is asked for one any more */
    public Optional<Failed.Code> setPassword(Optional<MeetingPassword> typed, Participant by) {
        hashing.post(() -> {
            Optional<PasswordHash> hash =
                    typed.flatMap(word -> around.passwords().hash(word, HashingSlots.Queue.SOCKET));
            if (hash.isPresent() == typed.isPresent()) {
                storePassword(hash, by);
            } else {
                passwordFailed(Failed.Code.THROTTLED, by);
            }
        });
        return Optional.empty();
    }

    private void storePassword(Optional<PasswordHash> hash, Participant by) {
        ledger.keep(
                () -> around.meetings().setPassword(meeting, hash),
                () -> {
                    password = hash.isPresent();
                    people.broadcast(state());
                    journal.did(by, AuditAction.SET_PASSWORD, null);
                },
                () -> by.send(new Failed(Failed.Code.INTERNAL, "set-password")));
    }

    private void passwordFailed(Failed.Code code, Participant by) {
        ledger.keep(() -> {}, () -> by.send(new Failed(code, "set-password")), () -> {});
    }

    /** Shows somebody large to everybody. */
    public Optional<Failed.Code> spotlight(@Nullable String participant, Participant by) {
        Optional<Participant> target = participant == null ? Optional.empty() : people.find(participant);
        if (participant != null && target.isEmpty()) {
            return Optional.of(Failed.Code.NOT_FOUND);
        }
        spotlight = participant;
        people.broadcast(state());
        journal.did(by, AuditAction.SPOTLIGHT, target.map(Participant::name).orElse(null));
        return Optional.empty();
    }

    /** Begins to lead everybody's view, in the place of whoever did, or ends it. */
    public Optional<Failed.Code> lead(boolean on, Participant by) {
        if (on == by.id().equals(leader)) {
            return Optional.empty();
        }
        if (!on && leader == null) {
            return Optional.empty();
        }
        leader = on ? by.id() : null;
        view = null;
        people.broadcast(state());
        journal.did(by, on ? AuditAction.LEAD : AuditAction.STOP_LEADING, null);
        return Optional.empty();
    }

    /** The leader's view; only theirs is taken, and told in their room. */
    public Optional<Failed.Code> leadView(FollowView shown, Participant by) {
        if (!by.id().equals(leader)) {
            return Optional.of(Failed.Code.FORBIDDEN);
        }
        view = new FollowView(shown.layout(), shown.participant(), false);
        people.in(by.room()).stream().filter(other -> other != by).forEach(other -> other.send(shown));
        return Optional.empty();
    }

    /** Brings somebody up to date who comes in. */
    void greet(Participant newcomer) {
        newcomer.send(state());
        boolean together = Optional.ofNullable(leader)
                .flatMap(people::find)
                .filter(leading -> leading.room().equals(newcomer.room()))
                .isPresent();
        if (view != null && together) {
            newcomer.send(view);
        }
    }

    /** Somebody is not here any more, or moderates no more. */
    void forget(Participant participant, boolean gone) {
        boolean led = participant.id().equals(leader);
        boolean shown = gone && participant.id().equals(spotlight);
        if (led) {
            leader = null;
            view = null;
        }
        if (shown) {
            spotlight = null;
        }
        if (led || shown) {
            people.broadcast(state());
        }
    }

    /** Nobody is left: a lock would keep everybody out for ever. */
    void close() {
        if (decided.locked()) {
            RoomRules unlocked = decided.with(RoomSwitch.LOCKED, false);
            ledger.keep(() -> around.meetings().setRules(meeting, unlocked));
        }
    }

    private ServerMessage state() {
        return new ModerationMessages.RoomState(
                rules.on().stream()
                        .map(on -> plenum.protocol.RoomSwitch.valueOf(on.name()))
                        .toList(),
                password,
                spotlight,
                leader);
    }
}

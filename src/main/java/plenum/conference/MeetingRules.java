package plenum.conference;

import java.util.Locale;
import java.util.Optional;
import plenum.audit.AuditAction;
import plenum.meeting.Meeting;
import plenum.meeting.PasswordHash;
import plenum.meeting.RoomRules;
import plenum.meeting.RoomSwitch;
import plenum.protocol.Failed;

/**
 * The rules of a meeting and whether it has a password. A change is stored before it holds and before anybody is told of it. Belongs to the
 * conference's mailbox; an answer of type {@code Optional<Failed.Code>} that holds a code means that nothing changed.
 */
public final class MeetingRules {
    private final Meeting meeting;
    private final Surroundings around;
    private final Ledger ledger;
    private final Journal journal;
    private final Runnable onChange;

    private volatile RoomRules rules;
    /** The rules with the changes that are being stored. */
    private RoomRules decided;

    private boolean password;

    /** @param onChange called after each change */
    MeetingRules(Meeting meeting, Surroundings around, Ledger ledger, Journal journal, Runnable onChange) {
        this.meeting = meeting;
        this.around = around;
        this.ledger = ledger;
        this.journal = journal;
        this.onChange = onChange;
        this.rules = meeting.rules();
        this.decided = meeting.rules();
        this.password = meeting.password().isPresent();
    }

    /** From any thread. */
    public RoomRules current() {
        return rules;
    }

    /** Whether a participant may do what the switch is about; moderators always may. */
    public boolean permits(Participant participant, RoomSwitch what) {
        boolean device = what == RoomSwitch.UNMUTE || what == RoomSwitch.CAMERA;
        return participant.moderates()
                || rules.allows(what)
                || (device && participant.devices().isAllowed());
    }

    public boolean hasPassword() {
        return password;
    }

    /** Whether more than a link, and the password where there is one, is needed to come in. */
    public boolean othersDecideWhoComesIn() {
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
                    onChange.run();
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

    /**
     * @param hash empty: nobody is asked for a password any more
     * @param by is told when it could not be stored
     */
    public void setPassword(Optional<PasswordHash> hash, Participant by) {
        ledger.keep(
                () -> around.meetings().setPassword(meeting, hash),
                () -> {
                    password = hash.isPresent();
                    onChange.run();
                    journal.did(by, AuditAction.SET_PASSWORD, null);
                },
                () -> by.send(new Failed(Failed.Code.INTERNAL, "set-password")));
    }

    /** The conference is over: removes the lock, which would otherwise keep everybody out. */
    void close() {
        if (decided.locked()) {
            RoomRules unlocked = decided.with(RoomSwitch.LOCKED, false);
            ledger.keep(() -> around.meetings().setRules(meeting, unlocked));
        }
    }
}

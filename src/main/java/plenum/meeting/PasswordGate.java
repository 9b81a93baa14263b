package plenum.meeting;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plenum.platform.HashingSlots;

/**
 * Checks a meeting's password before anything about the meeting is told. The answer is the same for a wrong password, too many tries, and a
 * meeting that does not exist; callers must make the response time the same, too.
 */
public final class PasswordGate {
    private final PasswordTries tries;
    private final PasswordHashing hashing;

    public PasswordGate(PasswordTries tries, PasswordHashing hashing) {
        this.tries = tries;
        this.hashing = hashing;
    }

    /** The result of a check. */
    public enum Verdict {
        /** Right, or not needed. */
        OPEN,
        /** There is a password, and none was given. */
        ASKED,
        WRONG,
        /** Too many passwords are being looked at; this one was not, and does not count. */
        BUSY
    }

    /**
     * Blocks: on the database, and for as long as hashing takes.
     *
     * @param meeting empty when the link leads to none
     * @param address where the visitor comes from
     * @param typed null when they gave no password
     */
    public Verdict check(Optional<Meeting> meeting, String address, @Nullable String typed) {
        if (meeting.isEmpty()) {
            return typed == null ? Verdict.OPEN : Verdict.WRONG;
        }
        Optional<PasswordHash> hash = meeting.get().password();
        if (hash.isEmpty()) {
            return Verdict.OPEN;
        }
        if (typed == null) {
            return Verdict.ASKED;
        }
        if (!tries.take(meeting.get(), address)) {
            return Verdict.WRONG;
        }
        Optional<Boolean> right = MeetingPassword.parse(typed)
                .map(password -> hashing.matches(hash.get(), password, HashingSlots.Queue.SOCKET))
                .orElse(Optional.of(false));
        if (right.orElse(true)) {
            tries.giveBack(meeting.get(), address);
        }
        return right.map(yes -> yes ? Verdict.OPEN : Verdict.WRONG).orElse(Verdict.BUSY);
    }
}

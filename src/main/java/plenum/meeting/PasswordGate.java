package plenum.meeting;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a meeting's password before anything is told about it. Whether a password was wrong, tried too often, or meant for a meeting
 * that does not exist: the answer is the same, and whoever passes it on makes the time the same.
 */
public final class PasswordGate {
    private final PasswordTries tries;
    /** Hashing is dear on purpose: guessers must not get all processors. */
    private final Semaphore hashing =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));

    private final KnownPasswords known = new KnownPasswords();

    public PasswordGate(PasswordTries tries) {
        this.tries = tries;
    }

    /** What the gate says. */
    public enum Verdict {
        /** Right, or not needed. */
        OPEN,
        /** There is a password, and none was given. */
        ASKED,
        WRONG
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
        boolean right = MeetingPassword.parse(typed)
                .filter(password -> matches(hash.get(), password))
                .isPresent();
        if (right) {
            tries.giveBack(meeting.get(), address);
        }
        return right ? Verdict.OPEN : Verdict.WRONG;
    }

    private boolean matches(PasswordHash hash, MeetingPassword password) {
        if (known.isRight(hash, password)) {
            return true;
        }
        hashing.acquireUninterruptibly();
        try {
            boolean right = hash.matches(password);
            if (right) {
                known.remember(hash, password);
            }
            return right;
        } finally {
            hashing.release();
        }
    }
}

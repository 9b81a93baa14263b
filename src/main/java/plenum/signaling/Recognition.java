package plenum.signaling;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import plenum.account.Account;
import plenum.account.Identity;
import plenum.conference.ResumeWindow;
import plenum.meeting.Attendance;
import plenum.meeting.Attendances;
import plenum.meeting.Meeting;
import plenum.meeting.Meetings;
import plenum.meeting.Member;
import plenum.meeting.Memberships;
import plenum.meeting.Role;
import plenum.protocol.SessionMessages.Join;

/** Recognises people who were admitted before or who created the meeting, by their tokens. Blocks on the database. */
public final class Recognition {
    private final Meetings meetings;
    private final Attendances attendances;
    private final ResumeWindow resumes;
    private final Accounts accounts;

    public Recognition(Meetings meetings, Attendances attendances, ResumeWindow resumes, Accounts accounts) {
        this.meetings = meetings;
        this.attendances = attendances;
        this.resumes = resumes;
        this.accounts = accounts;
    }

    /**
     * What is known of people who are signed in.
     *
     * @param identities tells by the token of a session who somebody is
     */
    public record Accounts(Memberships memberships, Function<Optional<String>, Identity> identities) {}

    /** A recognised person, who is asked for no password. */
    sealed interface Known {
        /** Back in a place of theirs. */
        record Back(Attendances.Taken place) implements Known {}

        /**
         * With a link for a second device.
         *
         * @param first the device that made it
         */
        record Device(Attendance first, String token) implements Known {}

        /** The meeting is theirs, its owner made them a host, or they are an admin who visits. */
        record Host(Role role) implements Known {}

        /** Whether they come in through a lock. */
        default boolean passesLock() {
            return !(this instanceof Device(Attendance first, String token))
                    || first.role().moderates();
        }
    }

    /** Who is signed in; empty for a guest. */
    Optional<Member> member(Visitor visitor, Optional<Meeting> meeting) {
        return accounts.identities().apply(visitor.session()) instanceof Identity.Person(Account account, UUID session)
                ? Optional.of(new Member(account.id(), session, isVisiting(account, meeting)))
                : Optional.empty();
    }

    private boolean isVisiting(Account account, Optional<Meeting> meeting) {
        return account.isAdmin()
                && meeting.filter(found -> accounts.memberships().isVisiting(found, account.id()))
                        .isPresent();
    }

    Optional<Known> of(Meeting meeting, Visitor visitor, Join join, Optional<Member> member) {
        return back(meeting, join, member)
                .or(() -> device(meeting, join))
                .or(() -> isCreator(meeting, visitor) ? Optional.of(new Known.Host(Role.CREATOR)) : Optional.empty())
                .or(() -> member.flatMap(known -> accounts.memberships().roleOf(meeting, known.account()))
                        .map(Known.Host::new))
                .or(() -> member.filter(Member::admin).map(known -> new Known.Host(Role.MODERATOR)));
    }

    private Optional<Known> back(Meeting meeting, Join join, Optional<Member> member) {
        String token = join.resume();
        return token == null
                ? Optional.empty()
                : attendances
                        .byToken(meeting, token, resumes)
                        .filter(place -> isTheirs(place, member))
                        .map(place -> new Known.Back(new Attendances.Taken(place, token)));
    }

    /** A place of somebody who was signed in is theirs as long as they are. A guest's becomes that of the account they have signed in with since. */
    private boolean isTheirs(Attendance place, Optional<Member> member) {
        Optional<UUID> owner = accounts.memberships().accountOf(place.id());
        if (owner.isEmpty()) {
            member.ifPresent(known -> accounts.memberships().attends(place.id(), known.account()));
            return true;
        }
        return member.map(Member::account).equals(owner);
    }

    private Optional<Known> device(Meeting meeting, Join join) {
        String token = join.device();
        return token == null
                ? Optional.empty()
                : attendances.byDeviceLink(meeting, token, resumes).map(first -> new Known.Device(first, token));
    }

    private boolean isCreator(Meeting meeting, Visitor visitor) {
        String token = visitor.creatorTokens().get(meeting.letters().text());
        return token != null && meetings.isCreator(meeting, token);
    }
}

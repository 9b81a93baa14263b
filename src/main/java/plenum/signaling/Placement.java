package plenum.signaling;

import java.util.Optional;
import plenum.account.DisplayName;
import plenum.conference.Arrival;
import plenum.meeting.Attendances;
import plenum.meeting.Blocks;
import plenum.meeting.Caller;
import plenum.meeting.Meeting;
import plenum.meeting.Member;
import plenum.meeting.Memberships;
import plenum.meeting.Role;
import plenum.protocol.Outbox;
import plenum.protocol.SessionMessages;
import plenum.protocol.SessionMessages.Join;
import plenum.signaling.Recognition.Known;

/** Stores a place in a meeting for a person who enters, unless they were removed and blocked. Blocks on the database. */
public final class Placement {
    private final Attendances attendances;
    private final Blocks blocks;
    private final Memberships memberships;

    public Placement(Attendances attendances, Blocks blocks, Memberships memberships) {
        this.attendances = attendances;
        this.blocks = blocks;
        this.memberships = memberships;
    }

    /**
     * One socket's wish to come in.
     *
     * @param member who they are; empty for a guest
     */
    record Coming(Visitor visitor, Join join, Outbox outbox, Optional<Member> member) {
        Caller caller() {
            return new Caller(visitor.browser(), visitor.address(), member);
        }
    }

    /** The outcome. */
    sealed interface Outcome {
        /** A place is stored. */
        record Placed(Arrival arrival) implements Outcome {}

        /** None is. */
        record Refused(SessionMessages.Refused.Reason reason) implements Outcome {}
    }

    Outcome place(Meeting meeting, DisplayName name, Optional<Known> known, Coming coming) {
        return known.map(proof -> placeKnown(meeting, name, proof, coming))
                .orElseGet(() -> placeNewcomer(meeting, name, coming));
    }

    private Outcome placeKnown(Meeting meeting, DisplayName name, Known known, Coming coming) {
        return switch (known) {
            case Known.Back(var place) -> placed(meeting, place, Arrival.Kind.KNOWN, coming);
            case Known.Host(Role role) ->
                placed(meeting, take(meeting, name, role, coming), Arrival.Kind.KNOWN, coming);
            case Known.Device(var first, var token) ->
                attendances
                        .takeForDevice(first, token)
                        .map(place -> placed(meeting, place, Arrival.Kind.DEVICE, coming))
                        // somebody else was faster with the same link: who tries again comes as a stranger
                        .orElseGet(() -> new Outcome.Refused(SessionMessages.Refused.Reason.UNAVAILABLE));
        };
    }

    private Outcome placeNewcomer(Meeting meeting, DisplayName name, Coming coming) {
        return switch (blocks.of(meeting, coming.caller())) {
            case BLOCKED -> new Outcome.Refused(SessionMessages.Refused.Reason.BLOCKED);
            case SUSPECT -> placed(meeting, newPlace(meeting, name, coming), Arrival.Kind.SUSPECT, coming);
            case CLEAR -> placed(meeting, newPlace(meeting, name, coming), Arrival.Kind.NEWCOMER, coming);
        };
    }

    private Attendances.Taken newPlace(Meeting meeting, DisplayName name, Coming coming) {
        return take(meeting, name, Role.PARTICIPANT, coming);
    }

    private Attendances.Taken take(Meeting meeting, DisplayName name, Role role, Coming coming) {
        Attendances.Taken place = attendances.take(meeting, name.text(), role);
        coming.member()
                .ifPresent(member -> memberships.attends(place.attendance().id(), member.account()));
        return place;
    }

    private static Outcome placed(Meeting meeting, Attendances.Taken place, Arrival.Kind kind, Coming coming) {
        return new Outcome.Placed(new Arrival(
                place.attendance(),
                place.resumeToken(),
                coming.visitor.site() + "/m/" + meeting.letters(),
                coming.join.microphone(),
                coming.join.camera(),
                coming.outbox,
                coming.caller(),
                kind));
    }
}

package plenum.signaling;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import plenum.account.DisplayName;
import plenum.conference.Arrival;
import plenum.conference.Conferences;
import plenum.conference.Entry;
import plenum.conference.Outbox;
import plenum.conference.Presence;
import plenum.meeting.Attendance;
import plenum.meeting.Attendances;
import plenum.meeting.Meeting;
import plenum.meeting.MeetingLetters;
import plenum.meeting.Meetings;
import plenum.meeting.Role;
import plenum.platform.Throttle;
import plenum.protocol.ClientMessage.Join;
import plenum.protocol.ServerMessage.Refused;

/** Lets people in: from a socket with a name to a stored place in a conference. Blocks on the database. */
final class Entrance {
    private final Meetings meetings;
    private final Attendances attendances;
    private final Conferences conferences;
    private final Throttle guesses;
    private final Throttle joins;

    Entrance(Meetings meetings, Attendances attendances, Conferences conferences, InstantSource clock) {
        this.meetings = meetings;
        this.attendances = attendances;
        this.conferences = conferences;
        this.guesses = new Throttle(20, Duration.ofSeconds(3), clock);
        // a school comes from one address, and comes back at once after a restart
        this.joins = new Throttle(500, Duration.ofMillis(200), clock);
    }

    /** @param entered called, in the conference's mailbox, when the visitor is in; else the outbox is finished with a reason */
    void enter(String letters, Visitor visitor, Join join, Outbox outbox, Consumer<Presence> entered) {
        if (!guesses.allows(visitor.address()) || !joins.tryTake(visitor.address())) {
            outbox.finish(new Refused(Refused.Reason.THROTTLED));
            return;
        }
        Optional<Meeting> meeting = MeetingLetters.parse(letters).flatMap(meetings::byLetters);
        if (meeting.isEmpty()) {
            guesses.tryTake(visitor.address());
            outbox.finish(new Refused(Refused.Reason.NOT_FOUND));
            return;
        }
        Optional<DisplayName> name = DisplayName.parse(join.name());
        if (name.isEmpty()) {
            outbox.finish(new Refused(Refused.Reason.BAD_NAME));
            return;
        }
        Attendances.Taken place = place(meeting.get(), name.get(), visitor, join);
        String link = visitor.site() + "/m/" + meeting.get().letters();
        Arrival arrival =
                new Arrival(place.attendance(), place.resumeToken(), link, join.microphone(), join.camera(), outbox);
        conferences.enter(meeting.get(), arrival, entry -> {
            switch (entry) {
                case Entry.Entered in -> entered.accept(in.presence());
                case Entry.Full full -> outbox.finish(new Refused(Refused.Reason.FULL));
                case Entry.Over over -> throw new IllegalStateException("Conferences finds another conference");
            }
        });
    }

    /** The place that the token holds; else a new one. */
    private Attendances.Taken place(Meeting meeting, DisplayName name, Visitor visitor, Join join) {
        if (join.resume() != null) {
            Optional<Attendance> held = attendances.byToken(meeting, join.resume());
            if (held.isPresent()) {
                return new Attendances.Taken(held.get(), join.resume());
            }
        }
        String creatorToken = visitor.creatorTokens().get(meeting.letters().text());
        boolean creator = creatorToken != null && meetings.isCreator(meeting, creatorToken);
        return attendances.take(meeting, name.text(), creator ? Role.CREATOR : Role.PARTICIPANT);
    }
}

package plenum.stream;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import plenum.conference.Participant;
import plenum.conference.People;
import plenum.protocol.Failed;
import plenum.protocol.LinkQuality;
import plenum.protocol.MediaReach;
import plenum.protocol.ServerMessage;
import plenum.protocol.SessionMessages;
import plenum.protocol.StreamMessages;

/** How each participant's browser is connected to the media server, as it reports that itself. Belongs to the conference's mailbox. */
final class Links {
    /** A browser reports its link every ten seconds at most; twice as often is forgiven. */
    private static final Duration BETWEEN_LINKS = Duration.ofSeconds(4);

    private final People people;
    private final InstantSource clock;
    private final Map<String, Report> reports = new HashMap<>();

    Links(People people, InstantSource clock) {
        this.people = people;
        this.clock = clock;
    }

    /** Sound and picture reach a participant's browser, or do not. Everybody is told, so that nobody talks to a person who hears nothing. */
    void reach(Participant participant, MediaReach reach) {
        if (participant.reach() != reach) {
            participant.reach(reach);
            people.broadcast(new SessionMessages.ParticipantChanged(participant.description()));
        }
    }

    /** The quality of a participant's connection; only moderators are told. */
    Optional<Failed.Code> link(Participant participant, LinkQuality quality) {
        Instant now = clock.instant();
        Report last = reports.get(participant.id());
        if (last != null && now.isBefore(last.at().plus(BETWEEN_LINKS))) {
            return Optional.of(Failed.Code.THROTTLED);
        }
        reports.put(participant.id(), new Report(quality, now));
        people.moderators().forEach(moderator -> moderator.send(reported(participant, quality)));
        return Optional.empty();
    }

    /** Sends a moderator the latest report of each participant. */
    void tell(Participant moderator) {
        people.all().forEach(participant -> {
            Report last = reports.get(participant.id());
            if (last != null) {
                moderator.send(reported(participant, last.quality()));
            }
        });
    }

    void left(Participant participant) {
        reports.remove(participant.id());
    }

    private static ServerMessage reported(Participant participant, LinkQuality quality) {
        return new StreamMessages.LinkReported(participant.id(), quality);
    }

    private record Report(LinkQuality quality, Instant at) {}
}

package plenum.conference;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import plenum.meeting.Meeting;
import plenum.protocol.MediaReach;

/**
 * A meeting that is going on, as admins see it, without the names of the people in it.
 *
 * @param people with a place in it, second devices included
 * @param reconnecting of those, without a connection at the moment
 * @param withoutMedia of those, whom neither sound nor pictures reach
 */
public record Glimpse(
        UUID meeting, String name, String code, Instant since, int people, int reconnecting, int withoutMedia) {

    static Glimpse of(Meeting meeting, List<Participant> people, Instant since) {
        return new Glimpse(
                meeting.id(),
                meeting.name(),
                meeting.code().toString(),
                since,
                people.size(),
                count(people, participant -> !participant.isConnected()),
                count(people, participant -> participant.reach() != MediaReach.FINE));
    }

    private static int count(List<Participant> people, Predicate<Participant> which) {
        return (int) people.stream().filter(which).count();
    }
}

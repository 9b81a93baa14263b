package plenum.timer.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import plenum.timer.MeetingTimer;
import plenum.timer.MeetingTimer.Part;
import plenum.timer.MeetingTimers;

/** Timers of meetings in PostgreSQL. */
@ApplicationScoped
@Transactional
public class StoredMeetingTimers implements MeetingTimers {

    @PersistenceContext
    EntityManager entities;

    @Override
    public Optional<MeetingTimer> of(UUID meeting) {
        return Optional.ofNullable(entities.find(MeetingTimerRow.class, meeting))
                .map(StoredMeetingTimers::timer);
    }

    @Override
    public void store(UUID meeting, MeetingTimer timer) {
        MeetingTimerRow row = new MeetingTimerRow();
        row.meetingId = meeting;
        row.names = timer.parts().stream().map(part -> part.name().orElse("")).toArray(String[]::new);
        row.seconds = timer.parts().stream()
                .mapToInt(part -> (int) part.length().toSeconds())
                .toArray();
        row.current = timer.current();
        row.endsAt =
                timer.endsAt().map(end -> end.truncatedTo(ChronoUnit.MILLIS)).orElse(null);
        row.leftMillis = timer.left().toMillis();
        entities.merge(row);
    }

    @Override
    public void delete(UUID meeting) {
        entities.createQuery("delete from MeetingTimerRow t where t.meetingId = :meeting")
                .setParameter("meeting", meeting)
                .executeUpdate();
    }

    private static MeetingTimer timer(MeetingTimerRow row) {
        List<Part> parts = IntStream.range(0, row.names.length)
                .mapToObj(i -> new Part(
                        Optional.of(row.names[i]).filter(name -> !name.isEmpty()), Duration.ofSeconds(row.seconds[i])))
                .toList();
        return new MeetingTimer(parts, row.current, Optional.ofNullable(row.endsAt), Duration.ofMillis(row.leftMillis));
    }
}

package plenum.meeting.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import plenum.meeting.Attendance;
import plenum.meeting.Attendances;
import plenum.meeting.Meeting;
import plenum.meeting.Role;

/** Places in PostgreSQL. */
@ApplicationScoped
@Transactional
public class StoredAttendances implements Attendances {

    @PersistenceContext
    EntityManager entities;

    @Inject
    RandomGenerator random;

    @Inject
    InstantSource clock;

    @Override
    public Taken take(Meeting meeting, String name, Role role) {
        Attendance attendance = new Attendance(UUID.randomUUID(), meeting.id(), name, role);
        String token = SecretToken.draw(random);
        entities.persist(new AttendanceRow(attendance, SecretToken.hash(token), clock.instant()));
        return new Taken(attendance, token);
    }

    /** The index on the hash finds the row; a token of 160 random bits cannot be found by timing that. */
    @Override
    public Optional<Attendance> byToken(Meeting meeting, String resumeToken) {
        Optional<AttendanceRow> found = entities.createQuery(
                        "select a from AttendanceRow a where a.resumeTokenHash = :hash and a.meetingId = :meeting"
                                + " and a.givenUpAt is null",
                        AttendanceRow.class)
                .setParameter("hash", SecretToken.hash(resumeToken))
                .setParameter("meeting", meeting.id())
                .getResultStream()
                .findFirst();
        found.ifPresent(row -> row.lastSeenAt = clock.instant());
        return found.map(AttendanceRow::toAttendance);
    }

    @Override
    public void giveUp(UUID participant, Instant decidedAt) {
        entities.createQuery("update AttendanceRow a set a.givenUpAt = :now where a.id = :id and a.lastSeenAt <= :now")
                .setParameter("now", decidedAt)
                .setParameter("id", participant)
                .executeUpdate();
    }
}

package plenum.meeting.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import plenum.meeting.Attendance;
import plenum.meeting.Attendances;
import plenum.meeting.Meeting;
import plenum.meeting.Role;
import plenum.platform.SecretToken;

/** Places in PostgreSQL. */
@ApplicationScoped
@Transactional
public class StoredAttendances implements Attendances {
    private static final int BATCH = 1000;
    /** Longer than anybody stays without coming back once: such a place is one that a crash left behind. */
    private static final Duration LONGEST_STAY = Duration.ofDays(30);

    @PersistenceContext
    EntityManager entities;

    @Inject
    RandomGenerator random;

    @Inject
    InstantSource clock;

    @Override
    public Taken take(Meeting meeting, String name, Role role) {
        return store(new Attendance(UUID.randomUUID(), meeting.id(), name, role));
    }

    /** Of two who show the token at once, one alone has deleted it. */
    @Override
    public Optional<Taken> takeForDevice(Attendance first, String token) {
        int deleted = entities.createQuery("delete from DeviceLinkRow l where l.tokenHash = :hash")
                .setParameter("hash", SecretToken.hash(token))
                .executeUpdate();
        if (deleted == 0) {
            return Optional.empty();
        }
        return Optional.of(store(new Attendance(
                UUID.randomUUID(),
                first.meeting(),
                first.name(),
                first.role(),
                Optional.of(first.person()),
                first.room())));
    }

    private Taken store(Attendance attendance) {
        String token = SecretToken.draw(random).text();
        entities.persist(new AttendanceRow(attendance, SecretToken.hash(token), clock.instant()));
        return new Taken(attendance, token);
    }

    /** The index on the hash finds the row; a token of 256 random bits cannot be found by timing that. */
    @Override
    public Optional<Attendance> byToken(Meeting meeting, String resumeToken, Freshness freshness) {
        Optional<AttendanceRow> found = entities.createQuery(
                        "select a from AttendanceRow a where a.resumeTokenHash = :hash and a.meetingId = :meeting"
                                + " and a.givenUpAt is null",
                        AttendanceRow.class)
                .setParameter("hash", SecretToken.hash(resumeToken))
                .setParameter("meeting", meeting.id())
                .getResultStream()
                .findFirst();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        AttendanceRow row = found.get();
        if (!freshness.isGood(row.id, row.lastSeenAt)) {
            row.givenUpAt = clock.instant();
            return Optional.empty();
        }
        row.lastSeenAt = clock.instant();
        return Optional.of(row.toAttendance());
    }

    /** Rows that somebody else changes right now are left out: they are seen by that, or given up, and waiting for them could be a deadlock. */
    @Override
    public void seen(Collection<UUID> participants, Instant at) {
        entities.createNativeQuery("""
                        update attendance set last_seen_at = :at where id in
                        (select id from attendance where id = any(:ids) for update skip locked)""")
                .setParameter("at", at)
                .setParameter("ids", participants.toArray(UUID[]::new))
                .executeUpdate();
    }

    @Override
    public Optional<Instant> lastSeenBefore(Instant instant) {
        return Optional.ofNullable(entities.createQuery(
                        "select max(a.lastSeenAt) from AttendanceRow a where a.givenUpAt is null and a.lastSeenAt < :instant",
                        Instant.class)
                .setParameter("instant", instant)
                .getSingleResult());
    }

    @Override
    public List<UUID> giveUpUnseen(Instant before, Instant now) {
        List<AttendanceRow> unseen = entities.createQuery(
                        "select a from AttendanceRow a where a.givenUpAt is null and a.lastSeenAt < :before",
                        AttendanceRow.class)
                .setParameter("before", before)
                .getResultList();
        unseen.forEach(row -> row.givenUpAt = now);
        Set<UUID> meetings = unseen.stream().map(row -> row.meetingId).collect(Collectors.toSet());
        if (meetings.isEmpty()) {
            return List.of();
        }
        meetings.removeAll(entities.createQuery(
                        "select distinct a.meetingId from AttendanceRow a where a.givenUpAt is null and a.meetingId in :meetings",
                        UUID.class)
                .setParameter("meetings", meetings)
                .getResultList());
        return List.copyOf(meetings);
    }

    @Override
    public void giveUp(UUID participant, Instant decidedAt) {
        entities.createQuery("update AttendanceRow a set a.givenUpAt = :now where a.id = :id and a.lastSeenAt <= :now")
                .setParameter("now", decidedAt)
                .setParameter("id", participant)
                .executeUpdate();
    }

    @Override
    public void revoke(UUID participant) {
        row(participant).ifPresent(row -> row.givenUpAt = clock.instant());
    }

    @Override
    public void setRole(UUID participant, Role role) {
        row(participant).ifPresent(row -> row.role = role);
    }

    @Override
    public void rename(UUID participant, String name) {
        row(participant).ifPresent(row -> row.name = name);
    }

    @Override
    public void move(Collection<UUID> participants, Optional<UUID> room) {
        if (room.isEmpty()) {
            entities.createQuery("update AttendanceRow a set a.room = null where a.id in :ids")
                    .setParameter("ids", participants)
                    .executeUpdate();
        } else {
            entities.createQuery("update AttendanceRow a set a.room = :room where a.id in :ids")
                    .setParameter("room", room.get())
                    .setParameter("ids", participants)
                    .executeUpdate();
        }
    }

    @Override
    public String linkDevice(UUID participant, Instant until) {
        entities.createQuery("delete from DeviceLinkRow l where l.expiresAt < :now")
                .setParameter("now", clock.instant())
                .executeUpdate();
        String token = SecretToken.draw(random).text();
        entities.persist(new DeviceLinkRow(SecretToken.hash(token), participant, until));
        return token;
    }

    @Override
    public Optional<Attendance> byDeviceLink(Meeting meeting, String token, Freshness freshness) {
        return entities.createQuery(
                        "select a from DeviceLinkRow l join AttendanceRow a on a.id = l.attendanceId"
                                + " where l.tokenHash = :hash and l.expiresAt > :now and a.meetingId = :meeting and a.givenUpAt is null",
                        AttendanceRow.class)
                .setParameter("hash", SecretToken.hash(token))
                .setParameter("now", clock.instant())
                .setParameter("meeting", meeting.id())
                .getResultStream()
                .findFirst()
                .filter(row -> freshness.isGood(row.id, row.lastSeenAt))
                .map(AttendanceRow::toAttendance);
    }

    @Override
    public int forget(Instant before) {
        return entities.createNativeQuery("""
                        delete from attendance where id in (
                            select id from attendance
                            where given_up_at < :before or (given_up_at is null and last_seen_at < :longBefore) limit :batch)""")
                .setParameter("before", before)
                .setParameter("longBefore", before.minus(LONGEST_STAY))
                .setParameter("batch", BATCH)
                .executeUpdate();
    }

    private Optional<AttendanceRow> row(UUID participant) {
        return Optional.ofNullable(entities.find(AttendanceRow.class, participant));
    }
}

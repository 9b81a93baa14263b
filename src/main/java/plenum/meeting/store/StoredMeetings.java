package plenum.meeting.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import plenum.meeting.KeyCheck;
import plenum.meeting.Meeting;
import plenum.meeting.MeetingCode;
import plenum.meeting.MeetingLetters;
import plenum.meeting.MeetingName;
import plenum.meeting.Meetings;
import plenum.meeting.PasswordHash;
import plenum.meeting.RoomRules;
import plenum.meeting.RoomSwitch;
import plenum.platform.SecretToken;
import plenum.platform.Settings;

/** Meetings in PostgreSQL. */
@ApplicationScoped
@Transactional
public class StoredMeetings implements Meetings {
    private static final int DRAWS = 50;
    /** Each with all its messages. */
    private static final int BATCH = 20;

    @PersistenceContext
    EntityManager entities;

    @Inject
    RandomGenerator random;

    @Inject
    InstantSource clock;

    @Inject
    Settings settings;

    @Override
    public Created create(String name, RoomRules rules, Optional<PasswordHash> password, Optional<KeyCheck> key) {
        String line = MeetingName.parse(name)
                .map(MeetingName::text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "a meeting's name has 1 to " + MeetingName.LONGEST + " characters"));
        String token = SecretToken.draw(random).text();
        byte[] hash = SecretToken.hash(token);
        for (int draw = 0; draw < DRAWS; draw++) {
            Meeting meeting = new Meeting(
                    UUID.randomUUID(),
                    line,
                    new MeetingCode("%010d".formatted(random.nextLong(10_000_000_000L))),
                    MeetingLetters.draw(random),
                    clock.instant().truncatedTo(ChronoUnit.MILLIS),
                    rules,
                    password,
                    key);
            if (insert(meeting, hash)) {
                return new Created(meeting, token);
            }
        }
        throw new IllegalStateException("no free meeting code in " + DRAWS + " draws");
    }

    /** False when the code is taken. Not {@code persist}: a violated constraint would spoil the transaction. */
    private boolean insert(Meeting meeting, byte[] creatorTokenHash) {
        return entities.createQuery("""
                        insert into MeetingRow (id, name, code, letters, creatorTokenHash, createdAt, usedAt, switches, passwordHash, keyCheck, keySalt)
                        values (:id, :name, :code, :letters, :hash, :createdAt, :createdAt, :switches, :password, :keyCheck, :keySalt)
                        on conflict do nothing""")
                        .setParameter("id", meeting.id())
                        .setParameter("name", meeting.name())
                        .setParameter("code", meeting.code().digits())
                        .setParameter("letters", meeting.letters().text())
                        .setParameter("hash", creatorTokenHash)
                        .setParameter("createdAt", meeting.createdAt())
                        .setParameter("switches", MeetingRow.names(meeting.rules()))
                        .setParameter(
                                "password",
                                meeting.password().map(PasswordHash::text).orElse(null))
                        .setParameter(
                                "keyCheck", meeting.key().map(KeyCheck::check).orElse(null))
                        .setParameter(
                                "keySalt", meeting.key().map(KeyCheck::salt).orElse(null))
                        .executeUpdate()
                == 1;
    }

    @Override
    public void setRules(Meeting meeting, RoomRules rules) {
        MeetingRow row = entities.find(MeetingRow.class, meeting.id());
        if (row != null) {
            row.switches = MeetingRow.names(rules);
        }
    }

    @Override
    public void unlock(Collection<UUID> meetings) {
        for (UUID id : meetings) {
            MeetingRow row = entities.find(MeetingRow.class, id);
            if (row != null) {
                row.switches = MeetingRow.names(row.toMeeting().rules().with(RoomSwitch.LOCKED, false));
            }
        }
    }

    @Override
    public void setPassword(Meeting meeting, Optional<PasswordHash> password) {
        MeetingRow row = entities.find(MeetingRow.class, meeting.id());
        if (row != null) {
            row.passwordHash = password.map(PasswordHash::text).orElse(null);
        }
    }

    @Override
    public Optional<Meeting> byLetters(MeetingLetters letters) {
        return entities.createQuery("select m from MeetingRow m where m.letters = :letters", MeetingRow.class)
                .setParameter("letters", letters.text())
                .getResultStream()
                .findFirst()
                .map(MeetingRow::toMeeting);
    }

    @Override
    public Optional<Meeting> byCode(MeetingCode code) {
        Duration good = settings.services().kept().codes();
        return entities.createQuery(
                        "select m from MeetingRow m where m.code = :code and m.usedAt >= :since", MeetingRow.class)
                .setParameter("code", code.digits())
                .setParameter(
                        "since", good.isZero() ? Instant.EPOCH : clock.instant().minus(good))
                .getResultStream()
                .findFirst()
                .map(MeetingRow::toMeeting);
    }

    /** To the hour, so that a busy meeting is not written all the time. */
    @Override
    public void used(Collection<UUID> meetings) {
        if (!meetings.isEmpty()) {
            Instant now = clock.instant();
            entities.createQuery(
                            "update MeetingRow m set m.usedAt = :now where m.id in :meetings and m.usedAt < :before")
                    .setParameter("now", now)
                    .setParameter("before", now.minus(Duration.ofHours(1)))
                    .setParameter("meetings", meetings)
                    .executeUpdate();
        }
    }

    @Override
    public int forget(Instant before) {
        return entities.createNativeQuery(
                        "delete from meeting where id in (select m.id from meeting m where m.used_at < :before"
                                + " and not exists (select 1 from personal_room p where p.meeting_id = m.id)"
                                + " order by m.used_at limit :batch)")
                .setParameter("before", before)
                .setParameter("batch", BATCH)
                .executeUpdate();
    }

    @Override
    public boolean isCreator(Meeting meeting, String creatorToken) {
        MeetingRow row = entities.find(MeetingRow.class, meeting.id());
        return row != null && MessageDigest.isEqual(row.creatorTokenHash, SecretToken.hash(creatorToken));
    }
}

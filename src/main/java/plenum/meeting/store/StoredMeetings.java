package plenum.meeting.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import plenum.meeting.Meeting;
import plenum.meeting.MeetingCode;
import plenum.meeting.MeetingLetters;
import plenum.meeting.Meetings;
import plenum.meeting.PasswordHash;
import plenum.meeting.RoomRules;

/** Meetings in PostgreSQL. */
@ApplicationScoped
@Transactional
public class StoredMeetings implements Meetings {
    private static final int LONGEST_NAME = 120;
    private static final int DRAWS = 50;

    @PersistenceContext
    EntityManager entities;

    @Inject
    RandomGenerator random;

    @Inject
    InstantSource clock;

    @Override
    public Created create(String name, RoomRules rules, Optional<PasswordHash> password) {
        String trimmed = name.strip();
        int length = trimmed.codePointCount(0, trimmed.length());
        if (length == 0 || length > LONGEST_NAME || trimmed.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a meeting's name has 1 to " + LONGEST_NAME + " characters");
        }
        String token = SecretToken.draw(random);
        byte[] hash = SecretToken.hash(token);
        for (int draw = 0; draw < DRAWS; draw++) {
            Meeting meeting = new Meeting(
                    UUID.randomUUID(),
                    trimmed,
                    new MeetingCode("%010d".formatted(random.nextLong(10_000_000_000L))),
                    MeetingLetters.draw(random),
                    clock.instant().truncatedTo(ChronoUnit.MILLIS),
                    rules,
                    password);
            if (insert(meeting, hash)) {
                return new Created(meeting, token);
            }
        }
        throw new IllegalStateException("no free meeting code in " + DRAWS + " draws");
    }

    /** False when the code is taken. Not {@code persist}: a violated constraint would spoil the transaction. */
    private boolean insert(Meeting meeting, byte[] creatorTokenHash) {
        return entities.createQuery("""
                        insert into MeetingRow (id, name, code, letters, creatorTokenHash, createdAt, switches, passwordHash)
                        values (:id, :name, :code, :letters, :hash, :createdAt, :switches, :password)
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
        return entities.createQuery("select m from MeetingRow m where m.code = :code", MeetingRow.class)
                .setParameter("code", code.digits())
                .getResultStream()
                .findFirst()
                .map(MeetingRow::toMeeting);
    }

    @Override
    public boolean isCreator(Meeting meeting, String creatorToken) {
        MeetingRow row = entities.find(MeetingRow.class, meeting.id());
        return row != null && MessageDigest.isEqual(row.creatorTokenHash, SecretToken.hash(creatorToken));
    }
}

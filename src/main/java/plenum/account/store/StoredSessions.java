package plenum.account.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import plenum.account.AccountState;
import plenum.account.Identity;
import plenum.account.Sessions;
import plenum.platform.SecretToken;

/** Sessions in PostgreSQL. A session ends after thirty days, or after seven without a request. */
@ApplicationScoped
@Transactional
public class StoredSessions implements Sessions {
    static final Duration LONGEST = Duration.ofDays(30);
    static final Duration LONGEST_IDLE = Duration.ofDays(7);
    static final Duration CHALLENGE = Duration.ofMinutes(5);
    /** A visit is noted so seldom that it costs nothing. */
    private static final Duration SEEN_EVERY = Duration.ofMinutes(5);

    @PersistenceContext
    EntityManager entities;

    @Inject
    RandomGenerator random;

    @Inject
    InstantSource clock;

    @Override
    public SecretToken open(UUID account, String device) {
        SecretToken token = SecretToken.draw(random);
        entities.persist(new SessionRow(token.hash(), account, device, clock.instant()));
        return token;
    }

    /** The index on the hash finds the row; a token of 256 random bits cannot be found by timing that. */
    @Override
    public Optional<Identity.Person> find(String token) {
        Instant now = clock.instant();
        List<Object[]> rows = entities.createQuery(
                        "select s, a from SessionRow s join AccountRow a on a.id = s.accountId where s.tokenHash ="
                                + " :hash and s.createdAt > :oldest and s.seenAt > :silent and a.state = :state",
                        Object[].class)
                .setParameter("hash", SecretToken.hash(token))
                .setParameter("oldest", now.minus(LONGEST))
                .setParameter("silent", now.minus(LONGEST_IDLE))
                .setParameter("state", AccountState.ACTIVE)
                .getResultList();
        return rows.stream().findFirst().map(row -> {
            SessionRow session = (SessionRow) row[0];
            if (session.seenAt.isBefore(now.minus(SEEN_EVERY))) {
                session.seenAt = now;
            }
            return new Identity.Person(((AccountRow) row[1]).toAccount(), session.id);
        });
    }

    @Override
    public List<Session> of(UUID account) {
        Instant now = clock.instant();
        return entities.createQuery(
                        "select s from SessionRow s where s.accountId = :account and s.createdAt > :oldest"
                                + " and s.seenAt > :silent order by s.seenAt desc, s.id",
                        SessionRow.class)
                .setParameter("account", account)
                .setParameter("oldest", now.minus(LONGEST))
                .setParameter("silent", now.minus(LONGEST_IDLE))
                .getResultStream()
                .map(SessionRow::toSession)
                .toList();
    }

    @Override
    public Set<UUID> running(Set<UUID> sessions) {
        Instant now = clock.instant();
        // one parameter for all: pages of everybody who is signed in are asked for every two seconds
        List<?> rows = entities.createNativeQuery("""
            select s.id from account_session s join account a on a.id = s.account_id
            where s.id = any (:ids) and s.created_at > :oldest and s.seen_at > :silent and a.state = :state\
            """)
                .setParameter("ids", sessions.toArray(UUID[]::new))
                .setParameter("oldest", now.minus(LONGEST))
                .setParameter("silent", now.minus(LONGEST_IDLE))
                .setParameter("state", AccountState.ACTIVE.name())
                .getResultList();
        return rows.stream().map(UUID.class::cast).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void end(UUID account, UUID session) {
        entities.createQuery("delete from SessionRow s where s.id = :id and s.accountId = :account")
                .setParameter("id", session)
                .setParameter("account", account)
                .executeUpdate();
    }

    @Override
    public void endAll(UUID account, Optional<UUID> but) {
        entities.createQuery("delete from SessionRow s where s.accountId = :account and s.id <> :but")
                .setParameter("account", account)
                .setParameter("but", but.orElse(new UUID(0, 0)))
                .executeUpdate();
    }

    @Override
    public void confirm(UUID session) {
        row(session).ifPresent(row -> row.confirmedAt = clock.instant());
    }

    @Override
    public Optional<Instant> confirmedAt(UUID session) {
        return row(session).map(row -> row.confirmedAt);
    }

    @Override
    public void setChallenge(UUID session, byte[] challenge) {
        row(session).ifPresent(row -> {
            row.challenge = challenge.clone();
            row.challengeAt = clock.instant();
        });
    }

    @Override
    public Optional<byte[]> takeChallenge(UUID session) {
        Optional<SessionRow> found = row(session).filter(row -> row.challenge != null);
        return found.flatMap(row -> {
            byte[] challenge = row.challenge;
            boolean inTime = row.challengeAt.isAfter(clock.instant().minus(CHALLENGE));
            row.challenge = null;
            row.challengeAt = null;
            return inTime ? Optional.of(challenge) : Optional.empty();
        });
    }

    @Override
    public int forgetEnded() {
        Instant now = clock.instant();
        return entities.createQuery("delete from SessionRow s where s.createdAt <= :oldest or s.seenAt <= :silent")
                .setParameter("oldest", now.minus(LONGEST))
                .setParameter("silent", now.minus(LONGEST_IDLE))
                .executeUpdate();
    }

    private Optional<SessionRow> row(UUID id) {
        return Optional.ofNullable(entities.find(SessionRow.class, id));
    }
}

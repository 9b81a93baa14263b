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
import java.util.UUID;
import java.util.random.RandomGenerator;
import plenum.account.SecondFactors;
import plenum.platform.SecretToken;

/** Second factors, and steps that wait for one, in PostgreSQL. */
@ApplicationScoped
@Transactional
public class StoredSecondFactors implements SecondFactors {
    private static final Duration STEP_LASTS = Duration.ofMinutes(10);
    private static final int TRIES = 5;

    @PersistenceContext
    EntityManager entities;

    @Inject
    RandomGenerator random;

    @Inject
    InstantSource clock;

    @Override
    public boolean has(UUID account) {
        return totp(account).filter(Totp::confirmed).isPresent()
                || !passkeys(account).isEmpty();
    }

    @Override
    public Optional<Totp> totp(UUID account) {
        return row(account)
                .filter(row -> row.totpSecret != null)
                .map(row -> new Totp(row.totpSecret, row.totpStep != null));
    }

    @Override
    public void setTotp(UUID account, byte[] sealedSecret) {
        row(account).ifPresent(row -> {
            row.totpSecret = sealedSecret.clone();
            row.totpStep = null;
        });
    }

    /** One statement: of two who show a code at once, one alone has used it. */
    @Override
    public boolean useTotpStep(UUID account, long step) {
        return entities.createNativeQuery(
                                "update account set totp_step = :step where id = :id and totp_secret is not null and"
                                        + " coalesce(totp_step, -1) < :step")
                        .setParameter("step", step)
                        .setParameter("id", account)
                        .executeUpdate()
                == 1;
    }

    @Override
    public void removeTotp(UUID account) {
        row(account).ifPresent(row -> {
            row.totpSecret = null;
            row.totpStep = null;
        });
    }

    @Override
    public List<Passkey> passkeys(UUID account) {
        return entities.createQuery(
                        "select p from PasskeyRow p where p.accountId = :account order by p.createdAt, p.id",
                        PasskeyRow.class)
                .setParameter("account", account)
                .getResultStream()
                .map(PasskeyRow::toPasskey)
                .toList();
    }

    @Override
    public Optional<Passkey> passkey(byte[] credentialId) {
        return entities.createQuery("select p from PasskeyRow p where p.credentialId = :id", PasskeyRow.class)
                .setParameter("id", credentialId)
                .getResultStream()
                .findFirst()
                .map(PasskeyRow::toPasskey);
    }

    @Override
    public void addPasskey(Passkey passkey) {
        entities.persist(new PasskeyRow(passkey));
    }

    @Override
    public void usedPasskey(UUID passkey, long counter, Instant at) {
        Optional.ofNullable(entities.find(PasskeyRow.class, passkey)).ifPresent(row -> {
            row.counter = counter;
            row.usedAt = at;
        });
    }

    @Override
    public void removePasskey(UUID account, UUID passkey) {
        entities.createQuery("delete from PasskeyRow p where p.id = :id and p.accountId = :account")
                .setParameter("id", passkey)
                .setParameter("account", account)
                .executeUpdate();
    }

    /** With so much randomness in each, they need no slow hash; salted by their account. */
    @Override
    public void setRecoveryCodes(UUID account, List<String> codes) {
        entities.createNativeQuery("delete from account_recovery_code where account_id = :account")
                .setParameter("account", account)
                .executeUpdate();
        for (String code : codes) {
            entities.createNativeQuery(
                            "insert into account_recovery_code (account_id, code_hash) values (:account, :hash)")
                    .setParameter("account", account)
                    .setParameter("hash", hash(account, code))
                    .executeUpdate();
        }
    }

    @Override
    public boolean useRecoveryCode(UUID account, String code) {
        return entities.createNativeQuery(
                                "delete from account_recovery_code where account_id = :account and code_hash = :hash")
                        .setParameter("account", account)
                        .setParameter("hash", hash(account, code))
                        .executeUpdate()
                == 1;
    }

    @Override
    public int countRecoveryCodes(UUID account) {
        return ((Number) entities.createNativeQuery(
                                "select count(*) from account_recovery_code where account_id = :account")
                        .setParameter("account", account)
                        .getSingleResult())
                .intValue();
    }

    @Override
    public SecretToken begin(UUID account) {
        SecretToken token = SecretToken.draw(random);
        entities.createNativeQuery(
                        "insert into account_step (token_hash, account_id, expires_at) values (:hash, :account, :end)")
                .setParameter("hash", token.hash())
                .setParameter("account", account)
                .setParameter("end", clock.instant().plus(STEP_LASTS))
                .executeUpdate();
        return token;
    }

    @Override
    public Optional<UUID> begun(String token) {
        List<?> accounts = entities.createNativeQuery(
                        "select account_id from account_step where token_hash = :hash and expires_at > :now and tries"
                                + " < :most",
                        UUID.class)
                .setParameter("hash", SecretToken.hash(token))
                .setParameter("now", clock.instant())
                .setParameter("most", TRIES)
                .getResultList();
        return accounts.stream().map(UUID.class::cast).findFirst();
    }

    @Override
    public boolean tryStep(String token) {
        return entities.createNativeQuery(
                                "update account_step set tries = tries + 1 where token_hash = :hash and expires_at >"
                                        + " :now and tries < :most")
                        .setParameter("hash", SecretToken.hash(token))
                        .setParameter("now", clock.instant())
                        .setParameter("most", TRIES)
                        .executeUpdate()
                == 1;
    }

    @Override
    public void setChallenge(String token, byte[] challenge) {
        entities.createNativeQuery("update account_step set challenge = :challenge where token_hash = :hash")
                .setParameter("challenge", challenge)
                .setParameter("hash", SecretToken.hash(token))
                .executeUpdate();
    }

    /** One statement: a challenge is answered once. */
    @Override
    public Optional<byte[]> takeChallenge(String token) {
        List<?> taken = entities.createNativeQuery("""
            update account_step s set challenge = null
            from (select token_hash, challenge from account_step where token_hash = :hash for update) as old
            where s.token_hash = old.token_hash and old.challenge is not null
            returning old.challenge\
            """, byte[].class)
                .setParameter("hash", SecretToken.hash(token))
                .getResultList();
        return taken.stream().map(byte[].class::cast).findFirst();
    }

    @Override
    public void end(String token) {
        entities.createNativeQuery("delete from account_step where token_hash = :hash")
                .setParameter("hash", SecretToken.hash(token))
                .executeUpdate();
    }

    @Override
    public int forgetOld() {
        return entities.createNativeQuery("delete from account_step where expires_at <= :now")
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    private static byte[] hash(UUID account, String code) {
        return SecretToken.hash(account + " " + code);
    }

    private Optional<AccountRow> row(UUID id) {
        return Optional.ofNullable(entities.find(AccountRow.class, id));
    }
}

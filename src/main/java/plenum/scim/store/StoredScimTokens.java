package plenum.scim.store;

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
import plenum.platform.SecretToken;
import plenum.scim.ScimTokens;

/** Tokens of provisioning programs in PostgreSQL. */
@ApplicationScoped
@Transactional
public class StoredScimTokens implements ScimTokens {
    /** A use is noted so seldom that it costs nothing. */
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    @PersistenceContext
    EntityManager entities;

    @Inject
    RandomGenerator random;

    @Inject
    InstantSource clock;

    @Override
    public List<Token> all() {
        List<?> rows = entities.createNativeQuery(
                        "select label, created_at, used_at from scim_token order by lower(label), label",
                        Object[].class)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Token((String) row[0], (Instant) row[1], Optional.ofNullable((Instant) row[2])))
                .toList();
    }

    @Override
    public Optional<SecretToken> create(String label) {
        SecretToken token = SecretToken.draw(random);
        int made = entities.createNativeQuery("""
            insert into scim_token (id, label, token_hash, created_at) values (:id, :label, :hash, :now)
            on conflict (label) do nothing\
            """)
                .setParameter("id", UUID.randomUUID())
                .setParameter("label", label)
                .setParameter("hash", token.hash())
                .setParameter("now", clock.instant())
                .executeUpdate();
        return made == 1 ? Optional.of(token) : Optional.empty();
    }

    @Override
    public boolean revoke(String label) {
        return entities.createNativeQuery("delete from scim_token where label = :label")
                        .setParameter("label", label)
                        .executeUpdate()
                == 1;
    }

    @Override
    public Optional<String> find(String token) {
        byte[] hash = SecretToken.hash(token);
        List<?> labels = entities.createNativeQuery(
                        "select label from scim_token where token_hash = :hash", String.class)
                .setParameter("hash", hash)
                .getResultList();
        if (!labels.isEmpty()) {
            entities.createNativeQuery("""
                update scim_token set used_at = :now
                where token_hash = :hash and (used_at is null or used_at < :before)\
                """)
                    .setParameter("now", clock.instant())
                    .setParameter("before", clock.instant().minus(NOTED_EVERY))
                    .setParameter("hash", hash)
                    .executeUpdate();
        }
        return labels.stream().map(String.class::cast).findFirst();
    }
}

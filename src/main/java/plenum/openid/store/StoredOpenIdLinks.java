package plenum.openid.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import plenum.openid.OpenIdLinks;
import plenum.platform.SecretToken;

/** Signing in by providers, in PostgreSQL. */
@ApplicationScoped
@Transactional
public class StoredOpenIdLinks implements OpenIdLinks {
    private static final Duration LASTS = Duration.ofMinutes(10);

    @PersistenceContext
    EntityManager entities;

    @Inject
    InstantSource clock;

    @Override
    public Optional<UUID> account(String provider, String subject) {
        return entities.createNativeQuery(
                        "select account_id from openid_link where provider = :provider and subject = :subject",
                        UUID.class)
                .setParameter("provider", provider)
                .setParameter("subject", subject)
                .getResultStream()
                .findFirst()
                .map(UUID.class::cast);
    }

    @Override
    public void link(String provider, String subject, UUID account) {
        entities.createNativeQuery("""
            insert into openid_link (provider, subject, account_id) values (:provider, :subject, :account)
            on conflict (provider, subject) do update set account_id = excluded.account_id\
            """)
                .setParameter("provider", provider)
                .setParameter("subject", subject)
                .setParameter("account", account)
                .executeUpdate();
    }

    @Override
    public void begin(String state, Begun begun) {
        entities.createNativeQuery("""
            insert into openid_request (state_hash, provider, nonce, verifier, goes_to, expires_at)
            values (:state, :provider, :nonce, :verifier, :goes, :end)\
            """)
                .setParameter("state", SecretToken.hash(state))
                .setParameter("provider", begun.provider())
                .setParameter("nonce", begun.nonce())
                .setParameter("verifier", begun.verifier())
                .setParameter("goes", begun.to())
                .setParameter("end", clock.instant().plus(LASTS))
                .executeUpdate();
    }

    /** Deleting is taking: of two at once, one alone has deleted it. */
    @Override
    public Optional<Begun> take(String state) {
        List<?> rows = entities.createNativeQuery("""
                delete from openid_request where state_hash = :state and expires_at > :now
                returning provider, nonce, verifier, goes_to\
                """, Object[].class)
                .setParameter("state", SecretToken.hash(state))
                .setParameter("now", clock.instant())
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Begun((String) row[0], (String) row[1], (String) row[2], (String) row[3]))
                .findFirst();
    }

    @Override
    public void remember(UUID session, ThereToo there) {
        entities.createNativeQuery("""
            insert into openid_session (session_id, provider, subject, sid, id_token)
            values (:session, :provider, :subject, cast(:sid as text), :token)\
            """)
                .setParameter("session", session)
                .setParameter("provider", there.provider())
                .setParameter("subject", there.subject())
                .setParameter("sid", there.session().orElse(null))
                .setParameter("token", there.token())
                .executeUpdate();
    }

    @Override
    public Optional<ThereToo> of(UUID session) {
        List<?> rows = entities.createNativeQuery(
                        "select provider, subject, sid, id_token from openid_session where session_id = :session",
                        Object[].class)
                .setParameter("session", session)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new ThereToo(
                        (String) row[0], (String) row[1], Optional.ofNullable((String) row[2]), (String) row[3]))
                .findFirst();
    }

    @Override
    public int end(String provider, Optional<String> subject, Optional<String> session) {
        return entities.createNativeQuery("""
            delete from account_session where id in (select session_id from openid_session
              where provider = :provider and (cast(:subject as text) is null or subject = :subject)
              and (cast(:sid as text) is null or sid = :sid) and (cast(:subject as text) is not null or cast(:sid as text) is not null))\
            """)
                .setParameter("provider", provider)
                .setParameter("subject", subject.orElse(null))
                .setParameter("sid", session.orElse(null))
                .executeUpdate();
    }

    @Override
    public int endAll(String provider) {
        entities.createNativeQuery("delete from openid_request where provider = :provider")
                .setParameter("provider", provider)
                .executeUpdate();
        return entities.createNativeQuery("""
            delete from account_session where id in (select session_id from openid_session where provider = :provider)\
            """)
                .setParameter("provider", provider)
                .executeUpdate();
    }

    @Override
    public void forget(String provider) {
        entities.createNativeQuery("delete from openid_link where provider = :provider")
                .setParameter("provider", provider)
                .executeUpdate();
    }

    @Override
    public int forgetOld() {
        return entities.createNativeQuery("delete from openid_request where expires_at <= :now")
                .setParameter("now", clock.instant())
                .executeUpdate();
    }
}

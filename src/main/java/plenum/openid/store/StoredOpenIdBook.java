package plenum.openid.store;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.NullUnmarked;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.openid.OpenIdBook;
import plenum.platform.ServerKey;
import plenum.platform.Settings;
import plenum.platform.Settings.OpenIdProvider;

/** Providers in PostgreSQL. */
@ApplicationScoped
@Transactional
@NullUnmarked
public class StoredOpenIdBook implements OpenIdBook {
    private static final Logger log = LoggerFactory.getLogger(StoredOpenIdBook.class);

    @PersistenceContext
    EntityManager entities;

    @Inject
    Settings settings;

    @Inject
    RandomGenerator random;

    @Inject
    InstantSource clock;

    Optional<ServerKey> key;

    @PostConstruct
    void makeKey() {
        key = settings.services().accounts().secret().map(secret -> new ServerKey(secret, "openid-provider", random));
    }

    @Override
    public boolean canKeep() {
        return key.isPresent();
    }

    @Override
    public List<Entry> all() {
        List<?> rows = entities.createNativeQuery("""
                select id, label, issuer, client, secret, scopes, groups_claim, admins, externals, active
                from openid_provider order by id\
                """, Object[].class).getResultList();
        return rows.stream().map(Object[].class::cast).map(this::entry).toList();
    }

    private Entry entry(Object... row) {
        String id = (String) row[0];
        return new Entry(
                new OpenIdProvider(
                        id,
                        (String) row[1],
                        (String) row[2],
                        (String) row[3],
                        opened(id, (byte[]) row[4]),
                        OpenIdProvider.words((String) row[5]),
                        (String) row[6],
                        Optional.ofNullable((String) row[7]),
                        Optional.ofNullable((String) row[8])),
                (boolean) row[9]);
    }

    /** Blank instead of an exception: one that cannot be opened must not take the others along. */
    private String opened(String id, byte[] sealed) {
        try {
            return key.map(opener -> new String(opener.open(sealed, place(id)), StandardCharsets.UTF_8))
                    .orElse("");
        } catch (IllegalStateException e) {
            log.warn("the client's secret of the provider {} cannot be opened", id, e);
            return "";
        }
    }

    @Override
    public void keep(Entry entry) {
        OpenIdProvider provider = entry.provider();
        byte[] sealed =
                key.orElseThrow().seal(provider.secret().getBytes(StandardCharsets.UTF_8), place(provider.id()));
        entities.createNativeQuery("""
            insert into openid_provider (id, label, issuer, client, secret, scopes, groups_claim, admins, externals, active, changed_at)
            values (:id, :label, :issuer, :client, :secret, :scopes, :groups, cast(:admins as text), cast(:externals as text), :active, :now)
            on conflict (id) do update set label = excluded.label, issuer = excluded.issuer, client = excluded.client, secret = excluded.secret,
                scopes = excluded.scopes, groups_claim = excluded.groups_claim, admins = excluded.admins, externals = excluded.externals,
                active = excluded.active, changed_at = excluded.changed_at\
            """)
                .setParameter("id", provider.id())
                .setParameter("label", provider.label())
                .setParameter("issuer", provider.issuer())
                .setParameter("client", provider.client())
                .setParameter("secret", sealed)
                .setParameter("scopes", String.join(" ", provider.scopes()))
                .setParameter("groups", provider.groupsClaim())
                .setParameter("admins", provider.admins().orElse(null))
                .setParameter("externals", provider.externals().orElse(null))
                .setParameter("active", entry.on())
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    @Override
    public void remove(String id) {
        entities.createNativeQuery("delete from openid_provider where id = :id")
                .setParameter("id", id)
                .executeUpdate();
    }

    private static String place(String id) {
        return "openid_provider " + id;
    }
}

package plenum.drive.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import plenum.drive.Target;
import plenum.drive.Target.Place;
import plenum.drive.Targets;

/** Targets in PostgreSQL, their addresses and secrets sealed. */
@ApplicationScoped
@Transactional
@NullUnmarked
public class StoredTargets implements Targets {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SELECT = "select id, account_id, kind, name, sealed from drive_target ";

    @PersistenceContext
    EntityManager entities;

    @Inject
    Seals seals;

    @Inject
    InstantSource clock;

    private Optional<Seals.Seal> seal;

    @PostConstruct
    void makeSeal() {
        seal = seals.of("drive_target");
    }

    @Override
    public boolean canKeep() {
        return seal.isPresent();
    }

    @Override
    public void keep(Target target) {
        entities.createNativeQuery("""
            insert into drive_target (id, account_id, kind, name, sealed, created_at)
            values (:id, cast(:account as uuid), :kind, :name, :sealed, :now)
            on conflict (id) do update set name = excluded.name, sealed = excluded.sealed\
            """)
                .setParameter("id", target.id())
                .setParameter("account", target.owner().orElse(null))
                .setParameter("kind", target.place().kind())
                .setParameter("name", target.name())
                .setParameter("sealed", seal.orElseThrow().seal(target.id(), write(target.place())))
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    @Override
    public Optional<Target> byId(UUID id) {
        return targets(entities.createNativeQuery(SELECT + "where id = :id").setParameter("id", id))
                .findFirst();
    }

    @Override
    public List<Target> usableBy(UUID account) {
        return targets(entities.createNativeQuery(SELECT
                                + "where not gone and (account_id is null or account_id = :me) order by name, id")
                        .setParameter("me", account))
                .toList();
    }

    @Override
    public List<Target> all() {
        return targets(entities.createNativeQuery(SELECT + "where not gone order by name, id"))
                .toList();
    }

    @Override
    public boolean forget(UUID id) {
        return entities.createNativeQuery("""
            delete from drive_target t where t.id = :id
                and not exists (select 1 from drive d where d.target_id = t.id)
                and not exists (select 1 from drive_gone g where g.target_id = t.id)\
            """).setParameter("id", id).executeUpdate() == 1;
    }

    @Override
    public void forgetGone() {
        entities.createNativeQuery("""
            delete from drive_target t where t.gone
                and not exists (select 1 from drive d where d.target_id = t.id)
                and not exists (select 1 from drive_gone g where g.target_id = t.id)\
            """).executeUpdate();
    }

    private Stream<Target> targets(Query query) {
        List<?> rows = query.getResultList();
        return seal.isEmpty()
                ? Stream.empty()
                : rows.stream().map(Object[].class::cast).map(row -> {
                    UUID id = (UUID) row[0];
                    byte[] plain = seal.get().open(id, (byte[]) row[4]);
                    return new Target(
                            id, Optional.ofNullable((UUID) row[1]), (String) row[3], read((String) row[2], plain));
                });
    }

    private static byte[] write(Place place) {
        Map<String, Object> parts =
                switch (place) {
                    case Place.WebDav(URI folder, String user, String password) ->
                        Map.of("folder", folder.toString(), "user", user, "password", password);
                    case Place.S3 s3 ->
                        Map.of(
                                "endpoint", s3.endpoint().toString(),
                                "region", s3.region(),
                                "bucket", s3.bucket(),
                                "prefix", s3.prefix(),
                                "accessKey", s3.accessKey(),
                                "secretKey", s3.secretKey(),
                                "checksums", s3.checksums());
                };
        try {
            return JSON.writeValueAsBytes(parts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts can be written as JSON", e);
        }
    }

    private static Place read(String kind, byte[] plain) {
        try {
            JsonNode parts = JSON.readTree(plain);
            return kind.equals("WEBDAV")
                    ? new Place.WebDav(
                            URI.create(parts.get("folder").asText()),
                            parts.get("user").asText(),
                            parts.get("password").asText())
                    : new Place.S3(
                            URI.create(parts.get("endpoint").asText()),
                            parts.get("region").asText(),
                            parts.get("bucket").asText(),
                            parts.get("prefix").asText(),
                            parts.get("accessKey").asText(),
                            parts.get("secretKey").asText(),
                            parts.get("checksums").asBoolean());
        } catch (IOException e) {
            throw new IllegalStateException("a target cannot be read", e);
        }
    }
}

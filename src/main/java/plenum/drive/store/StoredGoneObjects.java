package plenum.drive.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import plenum.drive.GoneObjects;
import plenum.storage.ObjectKey;
import plenum.storage.ObjectOwner;

/** Which objects files refer to, and which no longer, in PostgreSQL. */
@ApplicationScoped
@Transactional
public class StoredGoneObjects implements GoneObjects, ObjectOwner {
    /** Objects of this machine. */
    private static final String LOCAL = """
        select object_id as id from drive_item i join drive d on d.id = i.drive_id where d.target_id is null and not i.folder
        union
        select v.object_id from drive_version v join drive_item i on i.id = v.item_id join drive d on d.id = i.drive_id
            where d.target_id is null
        union
        select preview_id from drive_item where preview_id is not null
        """;

    @PersistenceContext
    EntityManager entities;

    @Override
    public List<Gone> after(UUID id, int most) {
        entities.createNativeQuery("""
            delete from drive_gone g where
                exists (select 1 from drive_item i where i.object_id = g.object_id)
                or exists (select 1 from drive_item i where i.preview_id = g.object_id)
                or exists (select 1 from drive_version v where v.object_id = g.object_id)\
            """).executeUpdate();
        List<?> rows = entities.createNativeQuery("""
            select object_id, label, target_id from drive_gone where object_id > :id order by object_id\
            """)
                .setParameter("id", id)
                .setMaxResults(most)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Gone(new ObjectKey((UUID) row[0], (String) row[1]), Optional.ofNullable((UUID) row[2])))
                .toList();
    }

    @Override
    public void deleted(UUID object) {
        entities.createNativeQuery("delete from drive_gone where object_id = :id")
                .setParameter("id", object)
                .executeUpdate();
    }

    /** A remote object has an id of its own, so it may be looked for here as well. */
    @Override
    public Set<UUID> refersTo(Collection<UUID> objects) {
        if (objects.isEmpty()) {
            return Set.of();
        }
        Set<UUID> kept = new HashSet<>();
        for (String question : List.of(
                "select object_id from drive_item where object_id in (:ids)",
                "select preview_id from drive_item where preview_id in (:ids)",
                "select object_id from drive_version where object_id in (:ids)",
                "select id from drive_upload where id in (:ids)",
                "select object_id from drive_gone where target_id is null and object_id in (:ids)")) {
            List<?> ids = entities.createNativeQuery(question, UUID.class)
                    .setParameter("ids", objects)
                    .getResultList();
            ids.forEach(id -> kept.add((UUID) id));
        }
        return kept;
    }

    @Override
    public List<UUID> objectsAfter(UUID id, int most) {
        List<?> ids = entities.createNativeQuery(
                        "select id from (" + LOCAL + ") as objects where id > :id order by id", UUID.class)
                .setParameter("id", id)
                .setMaxResults(most)
                .getResultList();
        return ids.stream().map(UUID.class::cast).toList();
    }

    @Override
    public Set<UUID> writes(Collection<UUID> drafts) {
        if (drafts.isEmpty()) {
            return Set.of();
        }
        List<?> ids = entities.createNativeQuery("select id from drive_upload where id in (:ids)", UUID.class)
                .setParameter("ids", drafts)
                .getResultList();
        Set<UUID> kept = new HashSet<>();
        ids.forEach(id -> kept.add((UUID) id));
        return kept;
    }
}

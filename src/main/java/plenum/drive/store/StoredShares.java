package plenum.drive.store;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import plenum.drive.Share;
import plenum.drive.Share.With;
import plenum.drive.Shares;
import plenum.platform.SecretToken;

/** Shares in PostgreSQL; tokens of links as hashes, and sealed so that their makers can read them again. */
@ApplicationScoped
@Transactional
@NullUnmarked
public class StoredShares implements Shares {
    private static final String SELECT = """
        select s.id, s.item_id, s.made_by, s.email, s.group_id, g.name, s.token_sealed, s.password_hash, s.may_write,
            s.may_download, s.tell, s.expires_at, s.uses, s.used_at
        from drive_share s left join account_group g on g.id = s.group_id
        """;

    @PersistenceContext
    EntityManager entities;

    @Inject
    Seals seals;

    @Inject
    InstantSource clock;

    private Optional<Seals.Seal> seal;

    @PostConstruct
    void makeSeal() {
        seal = seals.of("drive_share");
    }

    @Override
    public void keep(Share share) {
        entities.createNativeQuery("""
            delete from drive_share where id = :id
                or (item_id = :item and (email = cast(:email as text) or group_id = cast(:group as uuid)))\
            """)
                .setParameter("id", share.id())
                .setParameter("item", share.item())
                .setParameter("email", email(share))
                .setParameter("group", group(share))
                .executeUpdate();
        Optional<With.Link> link = share.with() instanceof With.Link one ? Optional.of(one) : Optional.empty();
        Optional<String> token = link.flatMap(With.Link::token);
        entities.createNativeQuery("""
            insert into drive_share (id, item_id, made_by, made_at, email, group_id, token_hash, token_sealed, password_hash,
                may_write, may_download, tell, expires_at)
            values (:id, :item, :by, :now, cast(:email as text), cast(:group as uuid), cast(:hash as bytea),
                cast(:sealed as bytea), cast(:password as text), :write, :download, :tell, cast(:until as timestamptz))\
            """)
                .setParameter("id", share.id())
                .setParameter("item", share.item())
                .setParameter("by", share.madeBy())
                .setParameter("now", clock.instant())
                .setParameter("email", email(share))
                .setParameter("group", group(share))
                .setParameter("hash", token.map(SecretToken::hash).orElse(null))
                .setParameter(
                        "sealed",
                        token.flatMap(text -> sealed(share.id(), text)).orElse(null))
                .setParameter("password", link.flatMap(With.Link::password).orElse(null))
                .setParameter("write", share.rights().write())
                .setParameter("download", share.rights().download())
                .setParameter("tell", share.tell())
                .setParameter("until", share.until().orElse(null))
                .executeUpdate();
    }

    @Override
    public Optional<Share> byToken(String token) {
        return shares(entities.createNativeQuery(SELECT + "where s.token_hash = :hash")
                        .setParameter("hash", SecretToken.hash(token)))
                .findFirst();
    }

    @Override
    public Optional<Share> byId(UUID id) {
        return shares(entities.createNativeQuery(SELECT + "where s.id = :id").setParameter("id", id))
                .findFirst();
    }

    @Override
    public List<Share> of(UUID item) {
        return shares(entities.createNativeQuery(SELECT + "where s.item_id = :item order by s.made_at, s.id")
                        .setParameter("item", item))
                .toList();
    }

    @Override
    public Set<UUID> sharedAmong(Collection<UUID> items) {
        if (items.isEmpty()) {
            return Set.of();
        }
        List<?> ids = entities.createNativeQuery(
                        "select distinct item_id from drive_share where item_id in (:items)", UUID.class)
                .setParameter("items", items)
                .getResultList();
        return ids.stream().map(UUID.class::cast).collect(Collectors.toSet());
    }

    @Override
    public void remove(UUID id) {
        entities.createNativeQuery("delete from drive_share where id = :id")
                .setParameter("id", id)
                .executeUpdate();
    }

    @Override
    public boolean used(UUID id) {
        List<?> before = entities.createNativeQuery(
                        "select used_at is null or used_at < cast(:now as timestamptz) - interval '1 day' from"
                                + " drive_share where id = :id for update",
                        Boolean.class)
                .setParameter("now", clock.instant())
                .setParameter("id", id)
                .getResultList();
        entities.createNativeQuery("update drive_share set uses = uses + 1, used_at = :now where id = :id")
                .setParameter("now", clock.instant())
                .setParameter("id", id)
                .executeUpdate();
        return !before.isEmpty() && (Boolean) before.getFirst();
    }

    @Override
    public List<With.Group> groups(UUID account) {
        List<?> rows =
                entities.createNativeQuery("""
                    select g.id, g.name from account_group g join account_group_member m on m.group_id = g.id
                    where m.account_id = :me order by g.name\
                    """).setParameter("me", account).getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new With.Group((UUID) row[0], (String) row[1]))
                .toList();
    }

    @Override
    public List<UUID> members(UUID group) {
        List<?> ids = entities.createNativeQuery(
                        "select account_id from account_group_member where group_id = :group order by account_id",
                        UUID.class)
                .setParameter("group", group)
                .getResultList();
        return ids.stream().map(UUID.class::cast).toList();
    }

    private static String email(Share share) {
        return share.with() instanceof With.Person(String email) ? email : null;
    }

    private static UUID group(Share share) {
        return share.with() instanceof With.Group(UUID id, String name) ? id : null;
    }

    private Stream<Share> shares(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Share(
                        (UUID) row[0],
                        (UUID) row[1],
                        (UUID) row[2],
                        with(row),
                        new Share.Rights((Boolean) row[8], (Boolean) row[9]),
                        (Boolean) row[10],
                        Optional.ofNullable((Instant) row[11]),
                        (Integer) row[12],
                        Optional.ofNullable((Instant) row[13])));
    }

    private With with(Object... row) {
        if (row[3] != null) {
            return new With.Person((String) row[3]);
        }
        return row[4] != null
                ? new With.Group((UUID) row[4], (String) row[5])
                : new With.Link(opened((UUID) row[0], (byte[]) row[6]), Optional.ofNullable((String) row[7]));
    }

    private Optional<byte[]> sealed(UUID id, String token) {
        return seal.map(with -> with.seal(id, token.getBytes(StandardCharsets.UTF_8)));
    }

    private Optional<String> opened(UUID id, byte[] sealed) {
        return sealed == null
                ? Optional.empty()
                : seal.map(with -> new String(with.open(id, sealed), StandardCharsets.UTF_8));
    }
}

package plenum.account.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import plenum.account.Account;
import plenum.account.AccountRole;
import plenum.account.AccountState;
import plenum.account.Accounts;
import plenum.account.Argon2Hash;
import plenum.mail.MailAddress;

/** Accounts in PostgreSQL. */
@ApplicationScoped
@Transactional
public class StoredAccounts implements Accounts {

    @PersistenceContext
    EntityManager entities;

    @Inject
    InstantSource clock;

    @Override
    public Optional<Account> byId(UUID id) {
        return row(id).map(AccountRow::toAccount);
    }

    @Override
    public Optional<Account> byEmail(MailAddress email) {
        return entities.createQuery("select a from AccountRow a where a.email = :email", AccountRow.class)
                .setParameter("email", email.text())
                .getResultStream()
                .findFirst()
                .map(AccountRow::toAccount);
    }

    /** One statement: it neither fails the caller's transaction nor lets two in. */
    @Override
    public Optional<Account> create(Account account, Optional<Argon2Hash> password) {
        int made = entities.createNativeQuery("""
            insert into account (id, email, name, password_hash, role, state, language, zone, muted, camera_off, created_at)
            values (:id, :email, :name, cast(:password as text), :role, :state, :language, :zone, :muted, :camera, :created)
            on conflict (email) do nothing\
            """)
                .setParameter("id", account.id())
                .setParameter("email", account.email().text())
                .setParameter("name", account.name().text())
                .setParameter("password", password.map(Argon2Hash::text).orElse(null))
                .setParameter("role", account.role().name())
                .setParameter("state", account.state().name())
                .setParameter("language", account.language().getLanguage())
                .setParameter("zone", account.zone().getId())
                .setParameter("muted", account.defaults().muted())
                .setParameter("camera", account.defaults().cameraOff())
                .setParameter("created", account.createdAt())
                .executeUpdate();
        return made == 1 ? Optional.of(account) : Optional.empty();
    }

    @Override
    public void setProfile(Account account) {
        row(account.id()).ifPresent(row -> row.setProfile(account));
    }

    @Override
    public Optional<Argon2Hash> password(UUID account) {
        return row(account).map(row -> row.passwordHash).map(Argon2Hash::new);
    }

    @Override
    public void setPassword(UUID account, Argon2Hash hash) {
        row(account).ifPresent(row -> row.passwordHash = hash.text());
    }

    @Override
    public boolean setEmail(UUID account, MailAddress email) {
        return entities.createNativeQuery("""
            update account set email = :email
            where id = :id and not exists (select 1 from account a where a.email = :email)\
            """)
                        .setParameter("email", email.text())
                        .setParameter("id", account)
                        .executeUpdate()
                == 1;
    }

    @Override
    public void setState(UUID account, AccountState state) {
        row(account).ifPresent(row -> row.state = state);
    }

    @Override
    public void setRole(UUID account, AccountRole role) {
        row(account).ifPresent(row -> row.role = role);
    }

    @Override
    public void signedIn(UUID account, Instant at) {
        row(account).ifPresent(row -> row.signedInAt = at);
    }

    @Override
    public long count(AccountRole role) {
        return entities.createQuery("select count(a) from AccountRow a where a.role = :role", Long.class)
                .setParameter("role", role)
                .getSingleResult();
    }

    @Override
    public void delete(UUID account) {
        entities.createQuery("delete from AccountRow a where a.id = :id")
                .setParameter("id", account)
                .executeUpdate();
    }

    @Override
    public Optional<Picture> picture(UUID account) {
        List<?> rows = entities.createNativeQuery("select png, changed_at from account_picture where account_id = :id")
                .setParameter("id", account)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Picture((byte[]) row[0], (Instant) row[1]))
                .findFirst();
    }

    @Override
    public void setPicture(UUID account, Optional<Picture> picture) {
        if (picture.isEmpty()) {
            entities.createNativeQuery("delete from account_picture where account_id = :id")
                    .setParameter("id", account)
                    .executeUpdate();
            return;
        }
        entities.createNativeQuery("""
            insert into account_picture (account_id, png, changed_at) values (:id, :png, :now)
            on conflict (account_id) do update set png = excluded.png, changed_at = excluded.changed_at\
            """)
                .setParameter("id", account)
                .setParameter("png", picture.get().png())
                .setParameter("now", picture.get().changedAt())
                .executeUpdate();
    }

    @Override
    public List<String> groups(UUID account) {
        List<?> names = entities.createNativeQuery("""
            select g.name from account_group g join account_group_member m on m.group_id = g.id
            where m.account_id = :id order by g.name\
            """, String.class)
                .setParameter("id", account)
                .getResultList();
        return names.stream().map(String.class::cast).toList();
    }

    @Override
    public void setGroups(UUID account, List<String> names) {
        entities.createNativeQuery("delete from account_group_member where account_id = :id")
                .setParameter("id", account)
                .executeUpdate();
        for (String name : names) {
            entities.createNativeQuery(
                            "insert into account_group (id, name) values (:id, :name) on conflict (name) do nothing")
                    .setParameter("id", UUID.randomUUID())
                    .setParameter("name", name)
                    .executeUpdate();
            entities.createNativeQuery("""
                insert into account_group_member (account_id, group_id)
                select :id, g.id from account_group g where g.name = :name
                on conflict do nothing\
                """)
                    .setParameter("id", account)
                    .setParameter("name", name)
                    .executeUpdate();
        }
    }

    private Optional<AccountRow> row(UUID id) {
        return Optional.ofNullable(entities.find(AccountRow.class, id));
    }
}

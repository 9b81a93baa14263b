package plenum.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import plenum.mail.MailAddress;

/** Stores and reads accounts. Its methods block on the database. */
public interface Accounts {
    Optional<Account> byId(UUID id);

    Optional<Account> byEmail(MailAddress email);

    /** Empty when there is one with that address already: of two at once, one alone is made. */
    Optional<Account> create(Account account, Optional<Argon2Hash> password);

    /** Stores name, language, time zone and defaults; nothing else of it. */
    void setProfile(Account account);

    Optional<Argon2Hash> password(UUID account);

    void setPassword(UUID account, Argon2Hash hash);

    /** False when another account has that address. */
    boolean setEmail(UUID account, MailAddress email);

    void setState(UUID account, AccountState state);

    void setRole(UUID account, AccountRole role);

    void signedIn(UUID account, Instant at);

    /** The accounts with a role, active or not. */
    long count(AccountRole role);

    /** With everything that is stored under it: sessions, factors, links, picture, groups. */
    void delete(UUID account);

    Optional<Picture> picture(UUID account);

    void setPicture(UUID account, Optional<Picture> picture);

    /** Names of the groups that somebody is in, sorted. */
    List<String> groups(UUID account);

    /** Puts somebody into exactly these groups; those that do not exist are made. */
    void setGroups(UUID account, List<String> names);

    /** A PNG that we made ourselves. */
    record Picture(byte[] png, Instant changedAt) {}
}

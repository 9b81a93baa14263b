package plenum.signaling;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import plenum.account.Account;
import plenum.account.AccountForTests;
import plenum.account.AccountRole;
import plenum.account.Identity;
import plenum.meeting.Meeting;
import plenum.meeting.Memberships;
import plenum.meeting.Role;

/** Accounts and what they have to do with meetings, in memory. */
final class FakeMembers implements Memberships {
    private final Map<String, Identity.Person> sessions = new HashMap<>();
    private final Map<UUID, UUID> owners = new HashMap<>();
    private final Map<UUID, Set<UUID>> hosts = new HashMap<>();
    private final Map<UUID, Set<UUID>> visits = new HashMap<>();
    private final Map<UUID, UUID> places = new HashMap<>();

    /** Somebody signs in; the token of the session is their name. */
    Account signIn(String name) {
        return signIn(name, AccountRole.USER);
    }

    Account signIn(String name, AccountRole role) {
        Account account = AccountForTests.anybody()
                .withEmail(name.toLowerCase(Locale.ROOT) + "@example.org")
                .withName(name)
                .withRole(role)
                .make();
        sessions.put(name, new Identity.Person(account, UUID.randomUUID()));
        return account;
    }

    void signOut(String name) {
        sessions.remove(name);
    }

    void host(Meeting meeting, Account account) {
        hosts.computeIfAbsent(meeting.id(), id -> new HashSet<>()).add(account.id());
    }

    Identity identify(Optional<String> session) {
        return session.<Identity>map(sessions::get).orElseGet(Identity.Guest::new);
    }

    Set<UUID> running(Set<UUID> asked) {
        Set<UUID> goOn = new HashSet<>(asked);
        goOn.retainAll(sessions.values().stream().map(Identity.Person::session).toList());
        return goOn;
    }

    @Override
    public void own(Meeting meeting, UUID account) {
        owners.put(meeting.id(), account);
    }

    @Override
    public Optional<Role> roleOf(Meeting meeting, UUID account) {
        if (account.equals(owners.get(meeting.id()))) {
            return Optional.of(Role.CREATOR);
        }
        return hosts.getOrDefault(meeting.id(), Set.of()).contains(account)
                ? Optional.of(Role.MODERATOR)
                : Optional.empty();
    }

    @Override
    public void visit(UUID meeting, UUID admin, Instant until) {
        visits.computeIfAbsent(meeting, id -> new HashSet<>()).add(admin);
    }

    @Override
    public boolean isVisiting(Meeting meeting, UUID admin) {
        return visits.getOrDefault(meeting.id(), Set.of()).contains(admin);
    }

    @Override
    public void attends(UUID attendance, UUID account) {
        places.put(attendance, account);
    }

    @Override
    public Optional<UUID> accountOf(UUID attendance) {
        return Optional.ofNullable(places.get(attendance));
    }
}

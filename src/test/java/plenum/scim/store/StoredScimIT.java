package plenum.scim.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.it.HibernateForTests;
import plenum.platform.SecretToken;
import plenum.scim.ScimDirectory;
import plenum.scim.ScimDirectory.Extra;
import plenum.scim.ScimDirectory.Ref;
import plenum.scim.ScimFilter;
import plenum.scim.ScimFilter.Attribute;
import plenum.scim.ScimTokens;

/** What directories know, and their tokens, in a real PostgreSQL. */
@Tag("scim")
class StoredScimIT {
    private static HibernateForTests database;

    private final UUID ada = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();
    private Instant now = Instant.parse("2026-11-30T12:00:00Z");
    private final ScimDirectory directory = database.transactional(ScimDirectory.class, entities -> {
        StoredScimDirectory store = new StoredScimDirectory();
        store.entities = entities;
        return store;
    });
    private final ScimTokens tokens = database.transactional(ScimTokens.class, entities -> {
        StoredScimTokens store = new StoredScimTokens();
        store.entities = entities;
        store.random = new SecureRandom();
        store.clock = () -> now;
        return store;
    });

    @BeforeAll
    static void open() {
        database = new HibernateForTests("scim_test", List.of());
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void fill() {
        database.execute("truncate account, account_group, scim_token cascade");
        account(ada, "ada@example.org", "Ada", 1);
        account(bob, "bob@example.org", "Bob", 2);
    }

    @Test
    void peopleAreFoundByWhatDirectoriesKnow() {
        directory.setExtra(ada, new Extra(Optional.of("7'1"), Optional.of("Ada"), Optional.empty()));
        assertThat(directory.users(Optional.empty(), 0, 10)).containsExactly(ada, bob);
        assertThat(directory.users(Optional.empty(), 1, 1)).containsExactly(bob);
        assertThat(directory.countUsers(Optional.empty())).isEqualTo(2);
        assertThat(users(Attribute.USER_NAME, "ADA@example.org")).containsExactly(ada);
        assertThat(users(Attribute.DISPLAY_NAME, "ada")).containsExactly(ada);
        assertThat(users(Attribute.EXTERNAL_ID, "7'1")).containsExactly(ada);
        assertThat(users(Attribute.ID, bob.toString())).containsExactly(bob);
        assertThat(users(Attribute.ID, "' or true --")).isEmpty();
        assertThat(directory.countUsers(Optional.of(new ScimFilter(Attribute.USER_NAME, "bob@example.org"))))
                .isOne();
        assertThat(directory.extra(ada)).isEqualTo(new Extra(Optional.of("7'1"), Optional.of("Ada"), Optional.empty()));
        directory.setExtra(ada, Extra.none());
        assertThat(directory.extra(ada)).isEqualTo(Extra.none()).isEqualTo(directory.extra(bob));
    }

    @Test
    void groupsAreMadeFilledRenamedAndDeleted() {
        UUID staff = directory.createGroup("Staff").orElseThrow();
        assertThat(directory.createGroup("Staff")).isEmpty();
        UUID other = directory.createGroup("Other").orElseThrow();
        directory.addMembers(staff, Set.of(ada, bob, UUID.randomUUID()));
        directory.addMembers(staff, Set.of(ada));
        assertThat(directory.group(staff).orElseThrow().members())
                .containsExactly(new Ref(ada, "Ada"), new Ref(bob, "Bob"));
        assertThat(directory.groupsOf(ada)).containsExactly(new Ref(staff, "Staff"));
        directory.removeMembers(staff, Set.of(bob));
        assertThat(directory.known(Set.of(ada, UUID.randomUUID()))).containsExactly(ada);
        assertThat(directory.renameGroup(staff, "Other")).isFalse();
        assertThat(directory.renameGroup(staff, "Team")).isTrue();
        directory.setExternalId(staff, Optional.of("g1"));
        directory.setExternalId(staff, Optional.of("g2"));
        assertThat(directory.groups(Optional.of(new ScimFilter(Attribute.EXTERNAL_ID, "g2")), 0, 10))
                .containsExactly(staff);
        assertThat(directory.groups(Optional.of(new ScimFilter(Attribute.DISPLAY_NAME, "team")), 0, 10))
                .containsExactly(staff);
        assertThat(directory.groups(Optional.empty(), 0, 10)).containsExactly(other, staff);
        assertThat(directory.countGroups(Optional.empty())).isEqualTo(2);
        assertThat(directory.group(staff).orElseThrow().externalId()).contains("g2");
        directory.deleteGroup(staff);
        assertThat(directory.group(staff)).isEmpty();
    }

    @Test
    void aTokenIsStoredAsAHashAndWorksUntilItIsRevoked() {
        SecretToken token = tokens.create("directory").orElseThrow();
        assertThat(tokens.create("directory")).as("a label names one").isEmpty();
        assertThat(tokens.find(token.text())).contains("directory");
        assertThat(tokens.find(token.text() + "x")).isEmpty();
        assertThat(tokens.all()).singleElement().satisfies(one -> assertThat(one.usedAt())
                .contains(now));
        now = now.plus(Duration.ofSeconds(10));
        tokens.find(token.text());
        assertThat(tokens.all().getFirst().usedAt()).as("noted once a minute").contains(now.minusSeconds(10));
        now = now.plus(Duration.ofMinutes(2));
        tokens.find(token.text());
        assertThat(tokens.all().getFirst().usedAt()).contains(now);
        assertThat(tokens.revoke("other")).isFalse();
        assertThat(tokens.revoke("directory")).isTrue();
        assertThat(tokens.find(token.text())).isEmpty();
    }

    private List<UUID> users(Attribute attribute, String value) {
        return directory.users(Optional.of(new ScimFilter(attribute, value)), 0, 10);
    }

    private static void account(UUID id, String email, String name, int second) {
        database.execute(
                "insert into account (id, email, name, role, state, language, zone, muted, camera_off, created_at) values ('"
                        + id + "', '" + email + "', '" + name
                        + "', 'USER', 'ACTIVE', 'de', 'UTC', false, false, '2026-11-30T12:00:0" + second + "Z')");
    }
}

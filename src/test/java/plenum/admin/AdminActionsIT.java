package plenum.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Files;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plenum.account.Account;
import plenum.account.AccountForTests;
import plenum.account.AccountRole;
import plenum.account.Accounts;
import plenum.audit.AuditLine;
import plenum.audit.AuditSearch;
import plenum.audit.AuditSearch.Wanted;
import plenum.conference.Admission;
import plenum.conference.Arrival;
import plenum.conference.Conferences;
import plenum.drive.Target;
import plenum.drive.Targets;
import plenum.it.AwaitSchema;
import plenum.it.Deployments;
import plenum.mail.Letter;
import plenum.mail.MailAddress;
import plenum.mail.MailBoard;
import plenum.mail.MailOutbox;
import plenum.meeting.Attendances;
import plenum.meeting.Caller;
import plenum.meeting.Meeting;
import plenum.meeting.Meetings;
import plenum.meeting.Role;
import plenum.meeting.store.Schema;
import plenum.platform.Settings;
import plenum.policy.Policy;
import plenum.protocol.Outbox;
import plenum.storage.ServerProcess;

/** Every action of the console does its work in the application as it is delivered, and leaves one line. */
@Tag("admin")
@ExtendWith(ArquillianExtension.class)
class AdminActionsIT {
    @Inject
    AdminConsole console;

    @Inject
    AuditSearch audit;

    @Inject
    Accounts accounts;

    @Inject
    Meetings meetings;

    @Inject
    Attendances attendances;

    @Inject
    Conferences conferences;

    @Inject
    MailOutbox outbox;

    @Inject
    MailBoard mail;

    @Inject
    UserTransaction transaction;

    @PersistenceContext
    EntityManager entities;

    @Inject
    Policy policy;

    @Inject
    Settings settings;

    @Inject
    Targets targets;

    @Inject
    Schema schema;

    private final String tag = UUID.randomUUID().toString().substring(0, 8);

    /** With a WebDAV server beside it, which ends with the tests. */
    @Deployment
    static WebArchive application() throws IOException {
        ServerProcess apache = ServerProcess.apache(Files.createTempDirectory("plenum"));
        Runtime.getRuntime().addShutdownHook(new Thread(apache::close));
        return Deployments.application()
                .addAsResource(
                        new StringAsset("PLENUM_STORAGE_NETWORKS=127.0.0.0/8\ntests.webdav=http://127.0.0.1:"
                                + apache.port() + "/dav/"),
                        "META-INF/microprofile-config.properties");
    }

    @BeforeEach
    void awaitSchema() {
        AwaitSchema.of(schema);
        policy.reread();
    }

    @Test
    void everyActionLeavesOneLineWithWhoAndWhat() throws Exception {
        Account admin = account(AccountRole.ADMIN);
        Map<String, Map<String, String>> examples = examples();
        assertEquals(
                console.actions().stream().map(AdminAction::name).collect(Collectors.toCollection(TreeSet::new)),
                new TreeSet<>(examples.keySet()),
                "an action without an example here is an action without a test");
        for (String name : order()) {
            int before = audit.count(Wanted.all(), 1_000_000);
            Done done = console.perform(Actor.of(admin), name, new Arguments(examples.get(name)));
            assertEquals(before + 1, audit.count(Wanted.all(), 1_000_000), name);
            AuditLine line = audit.find(Wanted.all(), 0, 1).getFirst();
            assertEquals(name, line.action().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            assertEquals(Optional.of(admin.id()), line.actor(), name);
            assertEquals("Ada", line.actorName(), name);
            assertEquals(Optional.of(done.subject()), line.subject(), name);
            assertEquals(done.before(), line.before(), name);
            assertEquals(done.after(), line.after(), name);
        }
    }

    @Test
    void whatIsRefusedLeavesNoLineAndNoChange() {
        Account admin = account(AccountRole.ADMIN);
        Account bob = account(AccountRole.USER);
        int before = audit.count(Wanted.all(), 1_000_000);
        for (Map.Entry<String, Map<String, String>> wrong : Map.<String, Map<String, String>>of(
                        "user-disable", Map.of("user", "nobody-" + tag + "@example.org"),
                        "user-role", Map.of("user", bob.email().text(), "role", "emperor"),
                        "user-plan", Map.of("user", bob.email().text(), "plan", "golden"),
                        "policy-set", Map.of("rule", "gravity", "value", "off"),
                        "plan-delete", Map.of("plan", policy.rules().plans().accounts()),
                        "brand-set", Map.of("item", "accent-light", "value", "#ffffee"),
                        "media-remove",
                                Map.of("url", settings.mediaServers().getFirst().toString()),
                        "meeting-end", Map.of("meeting", "000-0000-000"),
                        "brand-logo", Map.of("picture", "PHN2Zy8+"),
                        "launch", Map.of())
                .entrySet()) {
            assertThrows(
                    RefusedException.class,
                    () -> console.perform(Actor.of(admin), wrong.getKey(), new Arguments(wrong.getValue())),
                    wrong.getKey());
        }
        assertEquals(before, audit.count(Wanted.all(), 1_000_000));
        assertEquals(AccountRole.USER, accounts.byId(bob.id()).orElseThrow().role());
    }

    @Test
    void anOperatorActsWithoutAnAccount() {
        console.perform(Actor.operator(), "group-create", new Arguments(Map.of("group", "operators " + tag)));
        AuditLine line = audit.find(Wanted.all(), 0, 1).getFirst();
        assertEquals(Optional.empty(), line.actor());
        assertEquals("plenum admin", line.actorName());
    }

    /** Some need what others made. */
    private List<String> order() {
        List<String> first = List.of(
                "group-create",
                "group-rename",
                "plan-set",
                "user-invite",
                "media-add",
                "media-resume",
                "media-drain",
                "openid-set",
                "openid-switch");
        List<String> last = List.of("group-delete", "plan-delete", "invitation-cancel", "media-remove");
        return Stream.of(
                        first,
                        console.actions().stream()
                                .map(AdminAction::name)
                                .filter(name -> !first.contains(name) && !last.contains(name))
                                .toList(),
                        last)
                .flatMap(List::stream)
                .toList();
    }

    private Map<String, Map<String, String>> examples() throws Exception {
        String bob = account(AccountRole.USER).email().text();
        String invited = "invited-" + tag + "@example.org";
        String server = "ws://127.0.0.1:9/" + tag;
        Map<String, Map<String, String>> examples = new HashMap<>();
        examples.put("user-invite", Map.of("email", invited, "role", "external", "language", "fr"));
        examples.put("user-import", Map.of("csv", "email,role\ncem-" + tag + "@example.org,user\n" + bob));
        examples.put("invitation-cancel", Map.of("email", invited));
        examples.put("user-disable", Map.of("user", bob));
        examples.put("user-enable", Map.of("user", bob));
        examples.put("user-role", Map.of("user", bob, "role", "external"));
        examples.put("user-plan", Map.of("user", bob, "plan", "business"));
        examples.put("user-groups", Map.of("user", bob, "groups", "staff " + tag + ", chess"));
        examples.put("user-reset", Map.of("user", bob));
        examples.put("user-sign-out", Map.of("user", bob));
        examples.put("group-create", Map.of("group", "team " + tag));
        examples.put("group-rename", Map.of("group", "team " + tag, "name", "crew " + tag));
        examples.put("group-plan", Map.of("group", "crew " + tag, "plan", "business"));
        examples.put("group-delete", Map.of("group", "crew " + tag));
        examples.put("meeting-end", Map.of("meeting", live().code().toString()));
        examples.put("meeting-join", Map.of("meeting", live().code().toString()));
        examples.put("media-add", Map.of("url", server));
        examples.put("media-drain", Map.of("url", server));
        examples.put("media-resume", Map.of("url", server));
        examples.put("media-remove", Map.of("url", server));
        examples.put("policy-set", Map.of("rule", "kept-talk", "value", "48"));
        examples.put(
                "plan-set",
                Map.of("plan", "p" + tag, "name", "P", "people", "5", "megabytes", "0", "abilities", "create,record"));
        examples.put("plan-delete", Map.of("plan", "p" + tag));
        examples.put("brand-set", Map.of("item", "name", "value", "Konferenz " + tag));
        examples.put("brand-logo", Map.of("picture", picture()));
        examples.put("brand-logo-remove", Map.of());
        examples.put("mail-test", Map.of("email", "test-" + tag + "@example.org"));
        String eve = account(AccountRole.USER).email().text();
        examples.put("user-export", Map.of("user", eve));
        String gone = account(AccountRole.USER).email().text();
        examples.put("user-delete", Map.of("user", gone));
        examples.put("scim-token-create", Map.of("program", "directory " + tag));
        examples.put("scim-token-revoke", Map.of("program", "directory " + tag));
        String provider = "p" + tag;
        examples.put(
                "openid-set",
                Map.of(
                        "provider", provider,
                        "label", "School",
                        "issuer", "https://login.example.org",
                        "client", "plenum",
                        "secret", "a secret of the client",
                        "admins", "operators"));
        examples.put("openid-switch", Map.of("provider", provider, "on", "off"));
        examples.put("openid-test", Map.of("provider", "test"));
        examples.put("openid-remove", Map.of("provider", provider));
        examples.put("audit-export", Map.of("words", "words", "action", "user-role", "from", "2026-01-31"));
        examples.put("storage-check", Map.of());
        examples.put("drive-quota", Map.of("drive", drive(bob), "megabytes", "512"));
        examples.put(
                "target-add",
                Map.of(
                        "kind", "webdav",
                        "name", "Archive " + tag,
                        "address", ConfigProvider.getConfig().getValue("tests.webdav", String.class),
                        "folder", "Plenum",
                        "user", "ada",
                        "password", "lovelace"));
        examples.put("target-remove", Map.of("target", target()));
        examples.put("recording-retry", Map.of("recording", recording(bob)));
        examples.put("recording-delete", Map.of("recording", recording(bob)));
        examples.put("mail-retry", Map.of("mail", waitingMail()));
        examples.put("job-retry", Map.of("job", failedJob()));
        return examples;
    }

    private String waitingMail() {
        String to = "waits-" + tag + "@example.org";
        outbox.put(new Letter(new MailAddress(to), Locale.GERMAN, "test", List.of("Ada"), Optional.empty()));
        return mail.entries(MailBoard.State.WAITING, 0, 50).stream()
                .filter(entry -> entry.recipient().equals(to))
                .findFirst()
                .orElseThrow()
                .id()
                .toString();
    }

    private String drive(String owner) throws Exception {
        return inserted("""
            insert into drive (id, account_id, name, created_at) select :id, id, '', now() from account where email = :owner\
            """, owner);
    }

    private String recording(String owner) throws Exception {
        return inserted("""
            insert into recording (id, meeting_id, name, owner_id, started_by, started_at, ended_at, state, edition, trouble, node)
            select :id, :id, 'a film', id, 'Bob', now(), now(), 'MAKING', 1, '', 'gone' from account where email = :owner\
            """, owner);
    }

    private String target() {
        UUID id = UUID.randomUUID();
        targets.keep(new Target(
                id,
                Optional.empty(),
                "cloud " + tag,
                new Target.Place.WebDav(URI.create("https://cloud.example.org/dav/"), "ada", "secret")));
        return id.toString();
    }

    private String inserted(String sql, String owner) throws Exception {
        UUID id = UUID.randomUUID();
        transaction.begin();
        entities.joinTransaction();
        entities.createNativeQuery(sql)
                .setParameter("id", id)
                .setParameter("owner", owner)
                .executeUpdate();
        transaction.commit();
        return id.toString();
    }

    private String failedJob() throws Exception {
        transaction.begin();
        entities.joinTransaction();
        Object number = entities.createNativeQuery("""
            insert into job_failed (kind, id, data, failed_at, attempts, error)
            values ('mail-send', :id, :id, now(), 3, 'the server was away') returning number\
            """, Long.class)
                .setParameter("id", UUID.randomUUID().toString())
                .getSingleResult();
        transaction.commit();
        return number.toString();
    }

    private Meeting live() throws Exception {
        Meeting meeting = meetings.create("live " + tag).meeting();
        Attendances.Taken taken = attendances.take(meeting, "Dora", Role.CREATOR);
        CompletableFuture<Admission> answer = new CompletableFuture<>();
        conferences.enter(
                meeting,
                new Arrival(
                        taken.attendance(),
                        taken.resumeToken(),
                        "http://localhost/m/x",
                        false,
                        false,
                        silent(),
                        new Caller("", "192.0.2.1"),
                        Arrival.Kind.KNOWN),
                answer::complete);
        assertTrue(answer.get(10, TimeUnit.SECONDS) instanceof Admission.Admitted);
        return meeting;
    }

    private static Outbox silent() {
        return (Outbox) Proxy.newProxyInstance(
                Outbox.class.getClassLoader(),
                new Class<?>[] {Outbox.class},
                (proxy, method, values) -> switch (method.getName()) {
                    case "equals" -> proxy == values[0];
                    case "hashCode" -> System.identityHashCode(proxy);
                    default -> null;
                });
    }

    private static String picture() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(64, 32, BufferedImage.TYPE_INT_RGB), "png", out);
        return Base64.getEncoder().encodeToString(out.toByteArray());
    }

    private Account account(AccountRole role) {
        return AccountForTests.anybody().withRole(role).createIn(accounts);
    }
}

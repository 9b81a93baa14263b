package plenum.drive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plenum.account.Account;
import plenum.account.AccountForTests;
import plenum.account.AccountState;
import plenum.account.Accounts;
import plenum.account.Groups;
import plenum.drive.Share.With;
import plenum.it.AwaitSchema;
import plenum.it.Deployments;
import plenum.mail.MailBoard;
import plenum.meeting.store.Schema;

/** Who is told when something is shared with a group: each of the others, once, in their language. */
@Tag("drive")
@ExtendWith(ArquillianExtension.class)
class GroupNoticeIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    Schema schema;

    @Inject
    Accounts accounts;

    @Inject
    Groups groups;

    @Inject
    Drives drives;

    @Inject
    DriveItems items;

    @Inject
    Drive drive;

    @Inject
    Shares shares;

    @Inject
    Sharing sharing;

    @Inject
    MailBoard mails;

    @Deployment
    static WebArchive application() {
        return Deployments.application();
    }

    @BeforeEach
    void awaitSchema() {
        AwaitSchema.of(schema);
    }

    @Test
    void eachOfTheOthersIsToldOnce() {
        String group = "Vorstand " + UUID.randomUUID();
        groups.create(group);
        Account ada = member(group, Locale.GERMAN, AccountState.ACTIVE);
        Account bob = member(group, Locale.ENGLISH, AccountState.ACTIVE);
        Account carol = member(group, Locale.GERMAN, AccountState.ACTIVE);
        Account gone = member(group, Locale.GERMAN, AccountState.DISABLED);
        Account stranger = account(Locale.GERMAN, AccountState.ACTIVE);
        UUID folder = folderOf(ada, "Protokolle");
        With.Group with = shares.groups(ada.id()).getFirst();

        assertEquals(Sharing.Answer.NOT_FOUND, sharing.withGroup(folder, with.id(), false, stranger));
        assertEquals(Sharing.Answer.DONE, sharing.withGroup(folder, with.id(), false, ada));
        await(() -> subjects(bob).size() == 1 && subjects(carol).size() == 1);
        assertEquals(List.of(ada.name().text() + " shared “Protokolle” with the group " + group), subjects(bob));
        assertTrue(subjects(carol).getFirst().contains("für die Gruppe"));

        assertEquals(Sharing.Answer.DONE, sharing.withGroup(folder, with.id(), true, ada));
        UUID other = folderOf(ada, "Bilanzen");
        assertEquals(Sharing.Answer.DONE, sharing.withGroup(other, with.id(), true, ada));
        await(() -> subjects(bob).size() == 2);
        assertTrue(subjects(bob).stream().anyMatch(subject -> subject.contains("Bilanzen")));
        for (Account nobody : List.of(ada, gone, stranger)) {
            assertEquals(List.of(), subjects(nobody));
        }
    }

    /** A job puts the letters. */
    private static void await(BooleanSupplier condition) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            assertTrue(Instant.now().isBefore(end), "within " + PATIENCE);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private List<String> subjects(Account account) {
        return mails.to(account.email().text()).stream()
                .map(MailBoard.Entry::subject)
                .toList();
    }

    private UUID folderOf(Account owner, String name) {
        Viewer viewer = Viewer.of(owner);
        UUID space = drives.spaces(viewer).getFirst().id();
        assertEquals(Drive.Answer.DONE, drive.makeFolder(new Drive.Folder(space, Optional.empty()), name, viewer));
        return items.list(new Listing.Folder(space, Optional.empty(), Listing.Order.STANDARD), 0, 10).stream()
                .filter(item -> item.name().text().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private Account member(String group, Locale language, AccountState state) {
        Account account = account(language, state);
        accounts.setGroups(account.id(), List.of(group));
        return account;
    }

    private Account account(Locale language, AccountState state) {
        return AccountForTests.anybody().withLanguage(language).withState(state).createIn(accounts);
    }
}

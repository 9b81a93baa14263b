package plenum.drive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import plenum.account.Account;
import plenum.account.AccountState;
import plenum.account.Accounts;
import plenum.drive.Share.With;
import plenum.job.Job;
import plenum.job.JobKind;
import plenum.job.JobRun;
import plenum.mail.Letter;
import plenum.mail.MailOutbox;
import plenum.platform.SiteAddress;

/**
 * Tells the members of a group of what was shared with it, each in their language; whoever shared it is not told. All letters are put in one
 * transaction, so that nobody is told twice when the job is done again.
 */
@ApplicationScoped
public class TellGroup implements Job<UUID> {
    public static final JobKind<UUID> KIND = JobKind.ofId("drive-tell-group");

    @Inject
    Shares shares;

    @Inject
    DriveItems items;

    @Inject
    Accounts accounts;

    @Inject
    MailOutbox outbox;

    @Inject
    SiteAddress site;

    @Override
    public JobKind<UUID> kind() {
        return KIND;
    }

    /** Nobody is told of what was taken back meanwhile. */
    @Override
    @Transactional
    public void run(UUID share, JobRun run) {
        shares.byId(share).ifPresent(found -> {
            Optional<DriveItem> item =
                    items.byId(found.item()).filter(file -> file.trashedAt().isEmpty());
            Optional<Account> maker = accounts.byId(found.madeBy());
            if (found.with() instanceof With.Group group && item.isPresent() && maker.isPresent()) {
                tell(group, item.get(), maker.get());
            }
        });
    }

    private void tell(With.Group group, DriveItem item, Account maker) {
        shares.members(group.id()).stream()
                .filter(member -> !member.equals(maker.id()))
                .flatMap(member -> accounts.byId(member).stream())
                .filter(member -> member.state() == AccountState.ACTIVE)
                .forEach(member -> outbox.put(new Letter(
                        member.email(),
                        member.language(),
                        "drive-shared-group",
                        List.of(maker.name().text(), item.name().text(), group.name()),
                        Optional.of(site.page("/drive?view=shared")))));
    }
}

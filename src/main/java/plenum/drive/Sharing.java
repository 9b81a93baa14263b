package plenum.drive;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.NullUnmarked;
import plenum.account.Account;
import plenum.account.Accounts;
import plenum.account.Argon2Hash;
import plenum.account.NewPassword;
import plenum.account.PasswordHasher;
import plenum.drive.Share.Rights;
import plenum.drive.Share.With;
import plenum.job.Jobs;
import plenum.mail.Letter;
import plenum.mail.MailAddress;
import plenum.mail.MailOutbox;
import plenum.platform.NetworkThrottle;
import plenum.platform.SecretToken;
import plenum.platform.SiteAddress;
import plenum.platform.Throttle;

/**
 * Lets others see files: people by their address, groups, or whoever has a link. An address that nobody has signed up with gets the same answer
 * and the same mail. Blocks on the database.
 */
@ApplicationScoped
@NullUnmarked
public class Sharing {
    private static final int LETTERS = 30;
    private static final int PASSWORDS = 10;

    @Inject
    Shares shares;

    @Inject
    DriveItems items;

    @Inject
    Accounts accounts;

    @Inject
    PasswordHasher hasher;

    @Inject
    MailOutbox outbox;

    @Inject
    Jobs jobs;

    @Inject
    SiteAddress site;

    @Inject
    RandomGenerator random;

    @Inject
    InstantSource clock;

    private Throttle letters;
    private NetworkThrottle passwords;

    /** What came of it. */
    public enum Answer {
        DONE,
        NOT_FOUND,
        BAD_ADDRESS,
        BAD_PASSWORD,
        BUSY,
        TOO_MANY
    }

    /** What a link is made with. */
    public record LinkWish(String password, Optional<Duration> holds, boolean download, boolean tell) {}

    @PostConstruct
    void start() {
        letters = new Throttle(LETTERS, Duration.ofMinutes(2), clock);
        passwords = new NetworkThrottle(PASSWORDS, Duration.ofMinutes(1), clock);
    }

    public Answer withPerson(UUID item, String typed, boolean write, Account by) {
        Optional<MailAddress> email = MailAddress.parse(typed);
        if (email.isEmpty() || email.get().equals(by.email())) {
            return Answer.BAD_ADDRESS;
        }
        Optional<DriveItem> mine = owned(item, by);
        if (mine.isEmpty()) {
            return Answer.NOT_FOUND;
        }
        if (!letters.tryTake(by.id().toString())) {
            return Answer.TOO_MANY;
        }
        shares.keep(share(item, by, new With.Person(email.get().text()), new Rights(write, true)));
        Locale language = accounts.byEmail(email.get()).map(Account::language).orElse(by.language());
        outbox.put(new Letter(
                email.get(),
                language,
                "drive-shared",
                List.of(by.name().text(), mine.get().name().text()),
                Optional.of(site.page("/drive?view=shared"))));
        return Answer.DONE;
    }

    public Answer withGroup(UUID item, UUID group, boolean write, Account by) {
        Optional<With.Group> mine = shares.groups(by.id()).stream()
                .filter(one -> one.id().equals(group))
                .findFirst();
        if (mine.isEmpty() || owned(item, by).isEmpty()) {
            return Answer.NOT_FOUND;
        }
        boolean known = shares.of(item).stream().anyMatch(share -> share.with().equals(mine.get()));
        if (!known && !letters.tryTake(by.id().toString())) {
            return Answer.TOO_MANY;
        }
        Share share = share(item, by, mine.get(), new Rights(write, true));
        shares.keep(share);
        if (!known) {
            jobs.schedule(TellGroup.KIND, share.id().toString(), share.id());
        }
        return Answer.DONE;
    }

    public Answer byLink(UUID item, LinkWish wish, Account by) {
        if (owned(item, by).isEmpty()) {
            return Answer.NOT_FOUND;
        }
        Optional<String> hash = Optional.empty();
        if (!wish.password().isEmpty()) {
            Optional<NewPassword> password = NewPassword.parse(wish.password(), by.email());
            if (password.isEmpty()) {
                return Answer.BAD_PASSWORD;
            }
            hash = hasher.hash(password.get()).map(Argon2Hash::text);
            if (hash.isEmpty()) {
                return Answer.BUSY;
            }
        }
        String token = SecretToken.draw(random).text();
        shares.keep(new Share(
                UUID.randomUUID(),
                item,
                by.id(),
                new With.Link(Optional.of(token), hash),
                new Rights(false, wish.download()),
                wish.tell(),
                wish.holds().map(clock.instant()::plus),
                0,
                Optional.empty()));
        return Answer.DONE;
    }

    private Share share(UUID item, Account by, With with, Rights rights) {
        return new Share(UUID.randomUUID(), item, by.id(), with, rights, false, Optional.empty(), 0, Optional.empty());
    }

    public List<Share> of(UUID item, Account by) {
        return owned(item, by).map(mine -> shares.of(mine.id())).orElse(List.of());
    }

    public void stop(UUID share, Account by) {
        shares.byId(share)
                .filter(found -> owned(found.item(), by).isPresent())
                .ifPresent(found -> shares.remove(found.id()));
    }

    private Optional<DriveItem> owned(UUID item, Account by) {
        return items.find(item, Viewer.of(by))
                .filter(found -> found.access() == Access.OWN)
                .map(DriveItems.Found::item);
    }

    /** A link that holds now, to something that is there. */
    Optional<Share> link(String token) {
        Instant now = clock.instant();
        return shares.byToken(token).filter(share -> share.holdsAt(now)).filter(share -> items.byId(share.item())
                .filter(item -> item.trashedAt().isEmpty())
                .isPresent());
    }

    /** What came of a password. */
    enum Tried {
        RIGHT,
        WRONG,
        LATER
    }

    Tried password(Share share, String typed, String address) {
        if (!passwords.tryTake(address)) {
            return Tried.LATER;
        }
        Optional<String> hash = share.with() instanceof With.Link link ? link.password() : Optional.empty();
        return hasher.matches(hash.map(Argon2Hash::new), typed)
                .map(right -> right ? Tried.RIGHT : Tried.WRONG)
                .orElse(Tried.LATER);
    }

    /** Counts it, and tells its maker if they wish. */
    void used(Share share) {
        if (shares.used(share.id()) && share.tell()) {
            accounts.byId(share.madeBy()).ifPresent(maker -> items.byId(share.item())
                    .ifPresent(item -> outbox.put(new Letter(
                            maker.email(),
                            maker.language(),
                            "drive-used",
                            List.of(item.name().text()),
                            Optional.of(site.page("/drive"))))));
        }
    }
}

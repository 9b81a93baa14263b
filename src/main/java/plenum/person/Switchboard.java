package plenum.person;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.account.Identity;
import plenum.platform.Timers;
import plenum.protocol.Announcement;
import plenum.protocol.Failed;
import plenum.protocol.PersonMessages;
import plenum.protocol.ServerMessage;
import plenum.signaling.SignedInTabs;

/**
 * Connects what happens to an account with the sockets of its open pages. Each message about an account is read and sent in the account's
 * lane, so that none overtakes another; a page that cannot be told is sent away, and is told everything when it comes again. Thread-safe; no
 * caller waits.
 */
final class Switchboard {
    private static final Logger log = LoggerFactory.getLogger(Switchboard.class);
    /** As often as it is looked who is to be reminded. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(15);

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final OpenSockets<PersonSocket> open = new OpenSockets<>();
    private final Function<Optional<String>, Identity> identities;
    private final SignedInTabs signedIn;
    private final PersonalNews news;
    private final Lanes lanes;
    private final Timers timers;
    private final OnceASecond reminders;
    private final OnceASecond days;
    /** As it was looked for last; of the lane in which that is done. */
    private Map<UUID, Set<String>> known = Map.of();

    /**
     * @param identities tells by the token of a session who somebody is; blocks on the database
     * @param signedIn closes the sockets of sessions that have ended
     */
    Switchboard(
            Function<Optional<String>, Identity> identities,
            SignedInTabs signedIn,
            PersonalNews news,
            Timers timers,
            Lanes lanes) {
        this.identities = identities;
        this.signedIn = signedIn;
        this.news = news;
        this.lanes = lanes;
        this.timers = timers;
        this.reminders = new OnceASecond(timers, account -> push(account, news::reminders));
        this.days = new OnceASecond(timers, account -> push(account, news::today));
    }

    /** @param token of the session, as the page's cookie has it */
    void arrive(PersonSocket socket, String token) {
        if (!lanes.post(token, () -> identify(socket, token))) {
            socket.sendAway();
        }
    }

    private void identify(PersonSocket socket, String token) {
        try {
            if (identities.apply(Optional.of(token)) instanceof Identity.Person person) {
                enter(socket, person);
            } else {
                socket.refuse();
            }
        } catch (RuntimeException e) {
            log.debug("a session cannot be looked for", e);
            socket.sendAway();
        }
    }

    private void enter(PersonSocket socket, Identity.Person person) {
        UUID account = person.account().id();
        socket.belongsTo(person);
        signedIn.add(person.session(), socket);
        open.add(account, socket).ifPresent(PersonSocket::takenOver);
        if (socket.isClosed()) {
            left(socket, person);
            return;
        }
        inLane(account, List.of(socket), () -> {
            socket.tell(news.reminders(account));
            socket.tell(news.today(account));
        });
    }

    /** The socket is gone. */
    void left(PersonSocket socket, Identity.Person person) {
        open.remove(person.account().id(), socket);
        signedIn.remove(person.session(), socket);
    }

    /** Somebody is to be reminded of something more. */
    void noticed(UUID account) {
        ask(reminders, account);
    }

    /** Events of these accounts are not as they were: nor may be what is said of them in reminders. */
    void changed(Collection<UUID> accounts) {
        for (UUID account : accounts) {
            ask(days, account);
            ask(reminders, account);
        }
    }

    private void ask(OnceASecond push, UUID account) {
        if (open.has(account)) {
            push.ask(account);
        }
    }

    /** A reminder was put away, on whatever page. */
    void seen(UUID account, UUID event, Instant start) {
        if (open.has(account)) {
            push(account, id -> new PersonMessages.Seen(event.toString(), start.toString()));
        }
    }

    /** A page puts a reminder away; all are told when that is stored. */
    void putAway(PersonSocket socket, UUID account, PersonMessages.Seen seen) {
        Optional<Instant> start = instant(seen.start());
        if (start.isEmpty() || !ID.matcher(seen.event()).matches()) {
            socket.failed(seen, Failed.Code.BAD_VALUE);
        } else if (!lanes.post(account, () -> store(socket, account, seen, start.get()))) {
            socket.notStored(seen);
        }
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private void store(PersonSocket socket, UUID account, PersonMessages.Seen seen, Instant start) {
        try {
            if (!news.putAway(account, UUID.fromString(seen.event()), start)) {
                socket.failed(seen, Failed.Code.FORBIDDEN);
            }
        } catch (RuntimeException e) {
            log.debug("a reminder cannot be put away", e);
            socket.notStored(seen);
        }
    }

    /** @param read what is told to all pages of an account, encoded once */
    private void push(UUID account, Function<UUID, ServerMessage> read) {
        inLane(account, open.of(account), () -> {
            Announcement announcement = new Announcement(read.apply(account));
            open.of(account).forEach(socket -> socket.tell(announcement));
        });
    }

    /** @param told who is sent away when it cannot be done */
    private void inLane(UUID account, List<PersonSocket> told, Runnable task) {
        boolean posted = lanes.post(account, () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                log.debug("pages of an account cannot be told", e);
                told.forEach(PersonSocket::sendAway);
            }
        });
        if (!posted) {
            told.forEach(PersonSocket::sendAway);
        }
    }

    /**
     * Looks for what nobody has told here: reminders that another server has given or put away, and those whose event is over. One question
     * for all accounts that have an open page.
     */
    void start() {
        timers.every(LOOK_EVERY, () -> lanes.post(this, this::look));
    }

    private void look() {
        Set<UUID> accounts = open.accounts();
        if (accounts.isEmpty()) {
            known = Map.of();
            return;
        }
        try {
            Map<UUID, Set<String>> now = news.waiting(accounts);
            Map<UUID, Set<String>> before = known;
            known = now;
            accounts.stream()
                    .filter(account -> !Objects.equals(before.get(account), now.get(account)))
                    .forEach(this::noticed);
        } catch (RuntimeException e) {
            log.debug("reminders cannot be looked for", e);
        }
    }

    /** Those that have a page that is open. */
    Set<UUID> accounts() {
        return open.accounts();
    }
}

package plenum.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import plenum.conference.Conference;
import plenum.conference.Participant;
import plenum.conference.PermissionTable;
import plenum.platform.Timers;
import plenum.protocol.ClientMessage;
import plenum.protocol.DeskPart;
import plenum.protocol.Failed;

/**
 * One moderator's desk: its view of the meeting, and the actions on it. Each action is a message in the moderator's name, with the same
 * permissions, rates and topics as one from their tab. Thread-safe; called by pages.
 */
final class Desk implements AutoCloseable {
    /** From one push to the next. */
    static final Duration APART = Duration.ofSeconds(1);
    /** From a change to its push, when the last push was long ago: what belongs together comes in one. */
    private static final Duration SOON = Duration.ofMillis(100);
    /** For the conference's mailbox, which never blocks. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final PermissionTable PERMISSIONS = new PermissionTable();

    private final Conference conference;
    private final String moderator;
    private final Timers timers;
    private final InstantSource clock;
    private final DeskModel model;
    private final DeskRates rates;
    private final List<Consumer<Set<DeskPart>>> pages = new CopyOnWriteArrayList<>();
    private final Set<DeskPart> changed = EnumSet.noneOf(DeskPart.class);
    private Instant told = Instant.MIN;
    private boolean pushing;

    private Desk(Conference conference, String moderator, Timers timers, InstantSource clock) {
        this.conference = conference;
        this.moderator = moderator;
        this.timers = timers;
        this.clock = clock;
        this.model = new DeskModel(moderator, clock, this::push);
        this.rates = new DeskRates(clock);
    }

    /** Empty when the participant is not here or does not moderate. */
    static Optional<Desk> open(Conference conference, String moderator, Timers timers, InstantSource clock) {
        Desk desk = new Desk(conference, moderator, timers, clock);
        boolean opened = desk.ask(by -> conference.desks().open(by, desk.model), false);
        return opened ? Optional.of(desk) : Optional.empty();
    }

    DeskView view() {
        return model.view();
    }

    Conference conference() {
        return conference;
    }

    String moderator() {
        return moderator;
    }

    /** Says something in the moderator's name; a code says that nothing happened. */
    Optional<Failed.Code> say(ClientMessage message) {
        if (!rates.admit(message)) {
            return Optional.of(Failed.Code.THROTTLED);
        }
        return ask(
                by -> PERMISSIONS.allows(Optional.of(by.role()), message)
                        ? conference.handle(by, message)
                        : Optional.of(Failed.Code.FORBIDDEN),
                Optional.of(Failed.Code.NOT_FOUND));
    }

    /**
     * Whom to tell which parts have changed: soon after a change, and at most once a second.
     *
     * @return ends it
     */
    Runnable listen(Consumer<Set<DeskPart>> page) {
        pages.add(page);
        return () -> pages.remove(page);
    }

    @Override
    public void close() {
        pages.clear();
        conference.submit(moderator, by -> conference.desks().close(by, model), () -> {});
    }

    private <T> T ask(Function<Participant, T> question, T otherwise) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        conference.submit(moderator, by -> answer.complete(question.apply(by)), () -> answer.complete(otherwise));
        try {
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return otherwise;
        } catch (ExecutionException | TimeoutException e) {
            return otherwise;
        }
    }

    private void push(Set<DeskPart> parts) {
        Duration wait;
        synchronized (this) {
            changed.addAll(parts);
            if (pushing) {
                return;
            }
            pushing = true;
            Instant now = clock.instant();
            boolean longAgo = told.isBefore(now.minus(APART));
            wait = longAgo ? SOON : Duration.between(now, told.plus(APART)).plus(SOON);
        }
        timers.after(wait, this::tell);
    }

    private void tell() {
        Set<DeskPart> now;
        synchronized (this) {
            now = EnumSet.copyOf(changed);
            changed.clear();
            pushing = false;
            told = clock.instant();
        }
        pages.forEach(page -> page.accept(now));
    }
}

package plenum.desk;

import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
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
import plenum.protocol.Failed;

/**
 * One moderator's desk: what it shows, and what they do with it. Each action is a message in the moderator's name, through the same
 * permissions and topics as one from their tab. Thread-safe; called by pages.
 */
final class Desk implements AutoCloseable {
    /** From one push to the next. */
    static final Duration APART = Duration.ofSeconds(1);
    /** For the conference's mailbox, which never blocks. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final PermissionTable PERMISSIONS = new PermissionTable();

    private final Conference conference;
    private final String moderator;
    private final Timers timers;
    private final DeskModel model;
    private final Set<DeskPart> changed = EnumSet.noneOf(DeskPart.class);
    private Consumer<Set<DeskPart>> page = parts -> {};
    private boolean pushing;

    private Desk(Conference conference, String moderator, Timers timers, InstantSource clock) {
        this.conference = conference;
        this.moderator = moderator;
        this.timers = timers;
        this.model = new DeskModel(moderator, clock, this::push);
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

    /** Says something in the moderator's name; a code says that nothing happened. */
    Optional<Failed.Code> say(ClientMessage message) {
        return ask(
                by -> PERMISSIONS.allows(Optional.of(by.role()), message)
                        ? conference.handle(by, message)
                        : Optional.of(Failed.Code.FORBIDDEN),
                Optional.of(Failed.Code.NOT_FOUND));
    }

    /** Whom to tell which parts have changed: at most once a second, and soon after the first change. */
    synchronized void listen(Consumer<Set<DeskPart>> listener) {
        page = listener;
    }

    @Override
    public void close() {
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
        synchronized (this) {
            changed.addAll(parts);
            if (pushing) {
                return;
            }
            pushing = true;
        }
        timers.after(APART, this::tell);
    }

    private void tell() {
        Set<DeskPart> now;
        Consumer<Set<DeskPart>> listener;
        synchronized (this) {
            now = EnumSet.copyOf(changed);
            changed.clear();
            pushing = false;
            listener = page;
        }
        listener.accept(now);
    }
}

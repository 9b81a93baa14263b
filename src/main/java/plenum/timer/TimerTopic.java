package plenum.timer;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import plenum.account.DisplayName;
import plenum.audit.AuditAction;
import plenum.conference.Conference;
import plenum.conference.Participant;
import plenum.conference.StoredState;
import plenum.conference.Topic;
import plenum.platform.Timers.Timer;
import plenum.protocol.Failed;
import plenum.protocol.ServerMessage;
import plenum.protocol.TimerMessages;
import plenum.protocol.WireNames;
import plenum.timer.MeetingTimer.Part;

/** Handles the timer of one meeting; its state is sent to everybody, in whichever room they are. */
public final class TimerTopic implements Topic<TimerMessages.Ask> {
    static final int MOST_PARTS = 20;

    private final Conference conference;
    private final MeetingTimers store;
    private final InstantSource clock;
    private final StoredState<Optional<MeetingTimer>> stored;
    private @Nullable MeetingTimer timer;
    private @Nullable Timer alarm;

    public TimerTopic(Conference conference, MeetingTimers store, InstantSource clock) {
        this.conference = conference;
        this.store = store;
        this.clock = clock;
        this.stored = new StoredState<>(conference.ledger(), () -> store.of(conference.id()), this::read);
    }

    @Override
    public Optional<Failed.Code> handle(Participant by, TimerMessages.Ask message) {
        String about = WireNames.of(message.getClass());
        Runnable failed = () -> by.send(new Failed(Failed.Code.INTERNAL, about));
        stored.whenKnown(() -> act(by, message, failed).ifPresent(code -> by.send(new Failed(code, about))), failed);
        return Optional.empty();
    }

    @Override
    public void catchUp(Participant reader) {
        stored.whenKnown(
                () -> {
                    if (timer != null) {
                        reader.send(state());
                    }
                },
                () -> reader.send(new Failed(Failed.Code.INTERNAL, "catch-up")));
    }

    /** The next meeting of the same link begins without a timer. */
    @Override
    public void ended() {
        cancelAlarm();
        if (timer != null) {
            conference.ledger().ask(this::delete, done -> {}, () -> {});
        }
    }

    private Optional<Failed.Code> act(Participant by, TimerMessages.Ask message, Runnable failed) {
        return switch (message) {
            case TimerMessages.TimerStart start -> start(by, start, failed);
            case TimerMessages.TimerPause pause ->
                change(
                        failed,
                        running -> pause.paused() ? running.paused(clock.instant()) : running.resumed(clock.instant()));
            case TimerMessages.TimerNext next -> change(failed, running -> running.next(clock.instant()));
            case TimerMessages.TimerExtend extend ->
                change(failed, running -> running.extended(Duration.ofSeconds(extend.seconds())));
            case TimerMessages.TimerStop stop -> stop(by, failed);
        };
    }

    private Optional<Failed.Code> start(Participant by, TimerMessages.TimerStart message, Runnable failed) {
        List<Part> parts = message.parts().stream().map(TimerTopic::part).toList();
        boolean named =
                parts.size() == 1 || parts.stream().allMatch(part -> part.name().isPresent());
        if (parts.isEmpty() || parts.size() > MOST_PARTS || !named) {
            return Optional.of(Failed.Code.BAD_VALUE);
        }
        conference.noted(by, AuditAction.START_TIMER, null);
        keep(MeetingTimer.start(parts, clock.instant()), failed);
        return Optional.empty();
    }

    private static Part part(TimerMessages.TimerPart part) {
        return new Part(
                Optional.ofNullable(part.name()).flatMap(DisplayName::parse).map(DisplayName::text),
                Duration.ofSeconds(part.seconds()));
    }

    private Optional<Failed.Code> change(Runnable failed, UnaryOperator<MeetingTimer> how) {
        if (timer == null || timer.isOver()) {
            return Optional.of(Failed.Code.NOT_FOUND);
        }
        keep(how.apply(timer), failed);
        return Optional.empty();
    }

    private Optional<Failed.Code> stop(Participant by, Runnable failed) {
        if (timer == null) {
            return Optional.of(Failed.Code.NOT_FOUND);
        }
        conference.noted(by, AuditAction.STOP_TIMER, null);
        conference.ledger().ask(this::delete, done -> become(null), failed);
        return Optional.empty();
    }

    private Boolean delete() {
        store.delete(conference.id());
        return true;
    }

    private void keep(MeetingTimer next, Runnable failed) {
        conference
                .ledger()
                .ask(
                        () -> {
                            store.store(conference.id(), next);
                            return next;
                        },
                        this::become,
                        failed);
    }

    private void read(Optional<MeetingTimer> found) {
        timer = found.map(kept -> kept.at(clock.instant()))
                .filter(kept -> !kept.isOver())
                .orElse(null);
        schedule();
    }

    private void become(@Nullable MeetingTimer next) {
        timer = next;
        schedule();
        tell();
    }

    /** Tells everybody when the current part ends. Nothing is stored then: what is stored says when all parts end. */
    private void schedule() {
        cancelAlarm();
        if (timer != null) {
            timer.endsAt().ifPresent(end -> alarm = conference.later(leftUntil(end), () -> passed(end)));
        }
    }

    private Duration leftUntil(Instant end) {
        Duration left = Duration.between(clock.instant(), end);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** An alarm may have gone off just before it was cancelled. */
    private void passed(Instant end) {
        if (timer != null && timer.endsAt().filter(end::equals).isPresent()) {
            become(timer.next(end));
        }
    }

    private void cancelAlarm() {
        if (alarm != null) {
            alarm.cancel();
            alarm = null;
        }
    }

    private void tell() {
        ServerMessage state = state();
        conference.circles().everybody().forEach(participant -> participant.send(state));
    }

    private ServerMessage state() {
        MeetingTimer now = timer;
        if (now == null) {
            return new TimerMessages.TimerState(List.of(), 0, false, 0);
        }
        return new TimerMessages.TimerState(
                now.parts().stream()
                        .map(part -> new TimerMessages.TimerPart(
                                part.name().orElse(null), (int) part.length().toSeconds()))
                        .toList(),
                now.current(),
                now.isPaused(),
                (int) now.leftAt(clock.instant()).plusMillis(999).toSeconds());
    }
}

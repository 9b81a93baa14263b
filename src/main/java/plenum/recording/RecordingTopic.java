package plenum.recording;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import plenum.audit.AuditAction;
import plenum.conference.Conference;
import plenum.conference.Entry;
import plenum.conference.Participant;
import plenum.conference.Topic;
import plenum.platform.Timers.Timer;
import plenum.protocol.Failed;
import plenum.protocol.RecordingMessages;
import plenum.protocol.RecordingMessages.RecordingChoice;
import plenum.protocol.RecordingMessages.RecordingEnd;
import plenum.protocol.RecordingMessages.RecordingLayout;
import plenum.protocol.RecordingMessages.RecordingRefusal;
import plenum.protocol.RecordingMessages.RecordingRefused;
import plenum.protocol.RecordingMessages.RecordingState;

/** Begins and ends the recordings of one meeting, asks people whether they want to be in them, and tells everybody. */
public final class RecordingTopic implements Topic<RecordingMessages.Ask> {
    static final long LEAST_ROOM = 500L << 20;
    /** What has been silent for longer does not go on, but is over. */
    private static final Duration LONGEST_TEAR = Duration.ofMinutes(5);

    /** Before the end: everybody is told how long it still is. */
    private static final Duration[] WARNINGS = {Duration.ofMinutes(10), Duration.ofMinutes(1)};

    private final Conference conference;
    private final RecordingServices around;
    private final List<Timer> timers = new ArrayList<>();
    private @Nullable Running running;
    private @Nullable RecordingEnd last;
    private boolean beginning;
    private boolean looking;

    /** A recording that goes on. */
    private record Running(Take take, Consents consents, RecordingWatch watch) {}

    public RecordingTopic(Conference conference, RecordingServices around) {
        this.conference = conference;
        this.around = around;
        lookForTorn();
    }

    @Override
    public Optional<Failed.Code> handle(Participant by, RecordingMessages.Ask message) {
        return switch (message) {
            case RecordingMessages.StartRecording start -> start(by, start);
            case RecordingMessages.StopRecording stop -> stop(by);
            case RecordingMessages.ChooseRecordingLayout(RecordingLayout layout) -> layOut(layout);
            case RecordingMessages.ConsentToRecording(boolean given) -> consent(by, given);
        };
    }

    /** Told in any case: a tab that was away may believe that something is recorded which a failure of the server has ended. */
    @Override
    public void greet(Participant newcomer) {
        if (running != null) {
            running.consents.joined(newcomer);
            running.consents.ask(newcomer);
        }
        if (!looking) {
            newcomer.send(state(newcomer));
        }
    }

    @Override
    public void entered(Entry entry) {
        if (running != null) {
            running.take.look(entry.participant());
        }
    }

    @Override
    public void devicesChanged(Collection<Participant> of) {
        if (running != null) {
            running.take.devices(of);
        }
    }

    @Override
    public void moved(Collection<Participant> who) {
        if (running != null) {
            who.forEach(running.take::look);
        }
    }

    @Override
    public void left(Participant participant) {
        if (running != null) {
            running.take.look(participant);
        }
    }

    @Override
    public void ended() {
        if (running != null && !running.take.wasVisited()) {
            leave(running);
        } else {
            end(RecordingEnd.STOPPED);
        }
    }

    /** Only somebody who was not let in has been at the door since a process died: those whose recording it is may still come back. */
    private void leave(Running waiting) {
        running = null;
        timers.forEach(Timer::cancel);
        waiting.watch.end();
        waiting.take.leave();
        around.live().ended(conference.id(), waiting.take.id());
        around.live().stored(waiting.take.id());
    }

    private Optional<Failed.Code> start(Participant by, RecordingMessages.StartRecording message) {
        Optional<RecordingTickets.Leave> leave = around.tickets().redeem(message.ticket());
        Optional<Path> root = around.rules().folder();
        if (root.isEmpty()) {
            return refused(by, RecordingRefusal.OFF);
        }
        if (conference.isEncrypted()) {
            return refused(by, RecordingRefusal.ENCRYPTED);
        }
        if (leave.isEmpty()) {
            return refused(by, RecordingRefusal.SIGN_IN);
        }
        if (running != null || beginning || looking) {
            return refused(by, RecordingRefusal.RUNNING);
        }
        beginning = true;
        Recording recording = new Recording(
                UUID.randomUUID(),
                conference.id(),
                conference.name(),
                leave.get().account(),
                by.name(),
                around.clock().instant(),
                Optional.empty(),
                Recording.State.RECORDING,
                1,
                Optional.empty(),
                "",
                leave.get().place(),
                false);
        RecordingFolder folder = new RecordingFolder(root.get(), recording.id());
        conference
                .ledger()
                .ask(
                        () -> prepare(root.get(), folder, recording),
                        problem -> begun(by, message.layout(), folder, recording, problem),
                        () -> {
                            beginning = false;
                            by.send(new RecordingRefused(RecordingRefusal.FAILED));
                        });
        return Optional.empty();
    }

    private Optional<RecordingRefusal> prepare(Path root, RecordingFolder folder, Recording recording) {
        if (RecordingFolder.room(root) < LEAST_ROOM) {
            return Optional.of(RecordingRefusal.FULL);
        }
        try {
            folder.make();
        } catch (UncheckedIOException e) {
            return Optional.of(RecordingRefusal.FAILED);
        }
        around.recordings().begin(recording);
        return Optional.empty();
    }

    private void begun(
            Participant by,
            RecordingLayout layout,
            RecordingFolder folder,
            Recording recording,
            Optional<RecordingRefusal> problem) {
        beginning = false;
        if (problem.isPresent()) {
            by.send(new RecordingRefused(problem.get()));
            return;
        }
        Take take = take(recording, around.clock().instant(), layout, folder);
        run(take);
        take.begin(recording.name());
        conference.noted(by, AuditAction.START_RECORDING, null);
        // whoever records others does not keep out of it
        running().consents.decide(by, true, false);
        conference.people().all().forEach(running().consents::ask);
        tellAll();
        // the meeting may have ended while this was stored
        if (conference.people().all().isEmpty()) {
            end(RecordingEnd.STOPPED);
        }
    }

    private Take take(Recording recording, Instant startedAt, RecordingLayout layout, RecordingFolder folder) {
        LineWriter lines = new LineWriter(folder.lines(), around.timers(), around.threads());
        return new Take(
                recording.id(),
                recording.by(),
                startedAt,
                layout,
                conference.people(),
                around.feeds().of(conference.id()),
                folder,
                new Timeline(lines, around.clock()),
                around.clock(),
                conference::post);
    }

    private void run(Take take) {
        Consents consents = new Consents(conference, around, take, participant -> participant.send(state(participant)));
        RecordingWatch watch = new RecordingWatch(conference, around, take, consents);
        running = new Running(take, consents, watch);
        last = null;
        around.live().began(conference.id(), take.id());
        Duration left = around.rules()
                .longest()
                .minus(Duration.between(take.startedAt(), around.clock().instant()));
        later(left, () -> end(RecordingEnd.LIMIT));
        for (Duration warning : WARNINGS) {
            if (left.compareTo(warning) > 0) {
                later(left.minus(warning), this::tellAll);
            }
        }
        watch.begin();
    }

    private Running running() {
        return Objects.requireNonNull(running);
    }

    /** A process that died may have left one behind: it goes on. Those who come meanwhile are told when that is known. */
    private void lookForTorn() {
        looking = true;
        conference.ledger().ask(this::torn, this::resume, () -> {
            looking = false;
            tellAll();
        });
    }

    private Optional<Torn> torn() {
        Optional<Path> root = around.rules().folder();
        long latest = around.clock().millis() - LONGEST_TEAR.toMillis();
        return root.flatMap(folder -> around.recordings().open(conference.id()).stream()
                .filter(recording -> !around.live().isLive(recording.id()))
                .filter(recording -> new RecordingFolder(folder, recording.id()).lastSign() >= latest)
                .map(recording -> Torn.read(
                        recording,
                        new RecordingFolder(folder, recording.id()),
                        around.recordings().kept(recording.id())))
                .findFirst());
    }

    private void resume(Optional<Torn> found) {
        looking = false;
        if (found.isPresent() && running == null) {
            Torn torn = found.get();
            RecordingFolder folder = new RecordingFolder(
                    around.rules().folder().orElseThrow(), torn.recording().id());
            Take take = take(torn.recording(), torn.recording().startedAt(), torn.layout(), folder);
            run(take);
            take.resume(torn);
            conference.people().all().forEach(running().consents::ask);
            later(around.grace(), take::forgetAbsent);
        }
        tellAll();
    }

    private static Optional<Failed.Code> refused(Participant by, RecordingRefusal reason) {
        by.send(new RecordingRefused(reason));
        return Optional.empty();
    }

    private Optional<Failed.Code> stop(Participant by) {
        if (running == null) {
            return Optional.of(Failed.Code.NOT_FOUND);
        }
        conference.noted(by, AuditAction.STOP_RECORDING, null);
        end(RecordingEnd.STOPPED);
        return Optional.empty();
    }

    private Optional<Failed.Code> layOut(RecordingLayout layout) {
        if (running == null) {
            return Optional.of(Failed.Code.NOT_FOUND);
        }
        running.take.layOut(layout);
        tellAll();
        return Optional.empty();
    }

    private Optional<Failed.Code> consent(Participant by, boolean given) {
        if (running == null) {
            return Optional.of(Failed.Code.NOT_FOUND);
        }
        running.consents.decide(by, given, false);
        conference.people().devicesOf(by).forEach(device -> device.send(state(device)));
        return Optional.empty();
    }

    private void end(RecordingEnd why) {
        Running ending = running;
        if (ending == null) {
            return;
        }
        running = null;
        last = why;
        timers.forEach(Timer::cancel);
        timers.clear();
        ending.watch.end();
        ending.consents.end();
        ending.take.end();
        UUID id = ending.take.id();
        Instant at = around.clock().instant();
        around.live().ended(conference.id(), id);
        Ending rest = new Ending(around, id, at, ending.consents.rest());
        // after what was given to the ledger before
        conference.ledger().keep(rest::store);
        tellAll();
    }

    private void later(Duration delay, Runnable task) {
        timers.add(conference.later(delay, task));
    }

    private void tellAll() {
        conference.people().all().forEach(participant -> participant.send(state(participant)));
    }

    private RecordingState state(Participant reader) {
        if (running == null) {
            return new RecordingState(false, 0, 0, "", RecordingLayout.SPEAKER, RecordingChoice.ASKED, false, 0, last);
        }
        Take take = running.take;
        Duration since = Duration.between(take.startedAt(), around.clock().instant());
        RecordingChoice choice = take.choice(reader);
        boolean waits = choice == RecordingChoice.ASKED && around.rules().silence();
        return new RecordingState(
                true,
                (int) since.toSeconds(),
                (int) around.rules().longest().minus(since).toSeconds(),
                take.by(),
                take.layout(),
                choice,
                around.rules().silence(),
                waits ? (int) Math.max(0, running.consents.left(reader).toSeconds()) : 0,
                null);
    }
}

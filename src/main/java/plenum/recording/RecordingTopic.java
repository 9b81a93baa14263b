package plenum.recording;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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
    /** Before the end: everybody is told how long it still is. */
    private static final Duration[] WARNINGS = {Duration.ofMinutes(10), Duration.ofMinutes(1)};

    private final Conference conference;
    private final RecordingServices around;
    private final List<Timer> timers = new ArrayList<>();
    private @Nullable Running running;
    private @Nullable RecordingEnd last;
    private boolean beginning;

    /** A recording that goes on. */
    private record Running(Take take, Consents consents, RecordingWatch watch) {}

    public RecordingTopic(Conference conference, RecordingServices around) {
        this.conference = conference;
        this.around = around;
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
        newcomer.send(state(newcomer));
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
        end(RecordingEnd.STOPPED);
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
        if (running != null || beginning) {
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
        Timeline timeline = new Timeline(new TimelineFile(folder.timeline()), around.clock(), around.threads());
        Take take = new Take(
                recording.id(),
                recording.by(),
                around.clock().instant(),
                layout,
                conference.people(),
                around.feeds().of(conference.id()),
                folder,
                timeline,
                around.clock(),
                conference::post);
        Consents consents = new Consents(conference, around, take, participant -> participant.send(state(participant)));
        RecordingWatch watch = new RecordingWatch(conference, around, take, consents);
        running = new Running(take, consents, watch);
        last = null;
        around.live().began(conference.id(), recording.id());
        take.begin(recording.name());
        conference.noted(by, AuditAction.START_RECORDING, null);
        // whoever records others does not keep out of it
        consents.decide(by, true, false);
        conference.people().all().forEach(consents::ask);
        tellAll();
        later(around.rules().longest(), () -> end(RecordingEnd.LIMIT));
        for (Duration warning : WARNINGS) {
            if (around.rules().longest().compareTo(warning) > 0) {
                later(around.rules().longest().minus(warning), this::tellAll);
            }
        }
        watch.begin();
        // the meeting may have ended while this was stored
        if (conference.people().all().isEmpty()) {
            end(RecordingEnd.STOPPED);
        }
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
        Runnable rest = ending.consents.rest();
        // what cannot be stored now is found later: it is open, and nobody records it
        store(() -> {
            rest.run();
            around.recordings().end(id, at, false);
            around.ended().accept(id);
        });
        around.live().ended(conference.id());
        tellAll();
    }

    private void store(Runnable what) {
        conference
                .ledger()
                .ask(
                        () -> {
                            what.run();
                            return true;
                        },
                        done -> {},
                        () -> {});
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

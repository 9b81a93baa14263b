package plenum.recording;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import plenum.protocol.RecordingMessages.RecordingHealth;
import plenum.protocol.RecordingMessages.RecordingLayout;
import plenum.protocol.RecordingMessages.RecordingRefusal;
import plenum.protocol.RecordingMessages.RecordingRefused;
import plenum.protocol.RecordingMessages.RecordingState;

/** Begins and ends the recordings of one meeting, asks people whether they want to be in them, and tells everybody. */
public final class RecordingTopic implements Topic<RecordingMessages.Ask> {
    static final Duration LOOK = Duration.ofSeconds(2);
    /** Recorders write several times a second. */
    static final Duration LONGEST_SILENCE = Duration.ofSeconds(4);

    static final long LEAST_ROOM = 500L << 20;
    private static final int LOOKS_BETWEEN_KEY_FRAMES = 5;
    private static final int MEGABYTE = 1 << 20;
    /** Before the end: everybody is told how long it still is. */
    private static final Duration[] WARNINGS = {Duration.ofMinutes(10), Duration.ofMinutes(1)};

    private final Conference conference;
    private final RecordingServices around;
    private final Map<UUID, Instant> asked = new HashMap<>();
    private final List<Timer> timers = new ArrayList<>();
    private @Nullable Take take;
    private @Nullable RecordingEnd last;
    private @Nullable Timer looking;
    private boolean beginning;
    private int looks;

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

    @Override
    public void greet(Participant newcomer) {
        Take running = take;
        if (running != null) {
            ask(newcomer);
            newcomer.send(state(newcomer));
        }
    }

    @Override
    public void entered(Entry entry) {
        if (take != null) {
            take.look(entry.participant());
        }
    }

    @Override
    public void devicesChanged(Collection<Participant> of) {
        if (take != null) {
            take.devices(of);
        }
    }

    @Override
    public void moved(Collection<Participant> who) {
        if (take != null) {
            who.forEach(take::look);
        }
    }

    @Override
    public void left(Participant participant) {
        if (take != null) {
            take.look(participant);
        }
    }

    @Override
    public void ended() {
        end(RecordingEnd.STOPPED);
    }

    private Optional<Failed.Code> start(Participant by, RecordingMessages.StartRecording message) {
        Optional<UUID> account = around.tickets().redeem(message.ticket());
        Optional<Path> root = around.rules().folder();
        if (root.isEmpty()) {
            return refused(by, RecordingRefusal.OFF);
        }
        if (conference.isEncrypted()) {
            return refused(by, RecordingRefusal.ENCRYPTED);
        }
        if (account.isEmpty()) {
            return refused(by, RecordingRefusal.SIGN_IN);
        }
        if (take != null || beginning) {
            return refused(by, RecordingRefusal.RUNNING);
        }
        beginning = true;
        Recording recording = new Recording(
                UUID.randomUUID(),
                conference.id(),
                conference.name(),
                account.get(),
                by.name(),
                around.clock().instant(),
                Optional.empty(),
                Recording.State.RECORDING,
                1,
                Optional.empty(),
                "");
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
        Take running = new Take(
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
        take = running;
        last = null;
        around.live().began(conference.id(), recording.id());
        running.begin(recording.name());
        conference.noted(by, AuditAction.START_RECORDING, null);
        // whoever records others does not keep out of it
        decide(by, true, false);
        conference.people().all().forEach(this::ask);
        tellAll();
        later(around.rules().longest(), () -> end(RecordingEnd.LIMIT));
        for (Duration warning : WARNINGS) {
            if (around.rules().longest().compareTo(warning) > 0) {
                later(around.rules().longest().minus(warning), this::tellAll);
            }
        }
        watch(running);
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
        if (take == null) {
            return Optional.of(Failed.Code.NOT_FOUND);
        }
        conference.noted(by, AuditAction.STOP_RECORDING, null);
        end(RecordingEnd.STOPPED);
        return Optional.empty();
    }

    private Optional<Failed.Code> layOut(RecordingLayout layout) {
        if (take == null) {
            return Optional.of(Failed.Code.NOT_FOUND);
        }
        take.layOut(layout);
        tellAll();
        return Optional.empty();
    }

    private Optional<Failed.Code> consent(Participant by, boolean given) {
        if (take == null) {
            return Optional.of(Failed.Code.NOT_FOUND);
        }
        decide(by, given, false);
        conference.people().devicesOf(by).forEach(device -> device.send(state(device)));
        return Optional.empty();
    }

    private void decide(Participant by, boolean given, boolean assumed) {
        Take running = take;
        if (running == null) {
            return;
        }
        running.choose(by, given);
        Choice choice = new Choice(
                UUID.fromString(by.id()),
                by.name(),
                given,
                assumed,
                around.clock().instant(),
                Optional.empty());
        store(() -> around.recordings().choose(running.id(), choice));
    }

    /** Silence counts after a while, where it means consent. */
    private void ask(Participant participant) {
        Take running = take;
        if (running == null || running.choice(participant) != RecordingChoice.ASKED) {
            return;
        }
        asked.putIfAbsent(participant.person(), around.clock().instant());
        if (around.rules().silence()) {
            later(around.rules().answer(), () -> {
                if (take == running
                        && conference.find(participant.id()).isPresent()
                        && running.choice(participant) == RecordingChoice.ASKED) {
                    decide(participant, true, true);
                    participant.send(state(participant));
                }
            });
        }
    }

    private void end(RecordingEnd why) {
        Take running = take;
        if (running == null) {
            return;
        }
        take = null;
        last = why;
        timers.forEach(Timer::cancel);
        timers.clear();
        if (looking != null) {
            looking.cancel();
        }
        asked.clear();
        running.end();
        Instant at = around.clock().instant();
        // what cannot be stored now is found later: it is open, and nobody records it
        store(() -> {
            around.recordings().end(running.id(), at);
            around.ended().accept(running.id());
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

    /** Looks again and again how it goes, and asks for key frames now and then. */
    private void watch(Take running) {
        looking = conference.later(LOOK, () -> {
            if (take != running) {
                return;
            }
            if (++looks % LOOKS_BETWEEN_KEY_FRAMES == 0) {
                running.refresh();
            }
            around.threads().execute(() -> {
                RecordingFolder.Written written = running.folder().written();
                Optional<RecordingFolder.Progress> progress = running.folder().progress();
                conference.post(() -> tellHealth(running, written, progress));
            });
            watch(running);
        });
    }

    private void tellHealth(
            Take running, RecordingFolder.Written written, Optional<RecordingFolder.Progress> progress) {
        if (take != running) {
            return;
        }
        long now = around.clock().millis();
        long length = now - running.startedAt().toEpochMilli();
        long composed = progress.map(RecordingFolder.Progress::composed).orElse(0L);
        String trouble = progress.map(RecordingFolder.Progress::trouble).orElse("");
        long silent = running.isWriting() ? now - Math.max(written.last(), running.lastTrackAt()) : 0;
        RecordingHealth health = new RecordingHealth(
                (int) (written.bytes() / MEGABYTE),
                (int) (Math.max(0, length - composed) / 1000),
                (int) (Math.max(0, silent) / 1000),
                (int) (written.room() / MEGABYTE),
                running.isInTrouble() || !trouble.isEmpty() || silent > LONGEST_SILENCE.toMillis(),
                running.counted(RecordingChoice.GIVEN),
                running.counted(RecordingChoice.DECLINED));
        conference.people().moderators().forEach(moderator -> moderator.send(health));
    }

    private void tellAll() {
        conference.people().all().forEach(participant -> participant.send(state(participant)));
    }

    private RecordingState state(Participant reader) {
        Take running = take;
        if (running == null) {
            return new RecordingState(false, 0, 0, "", RecordingLayout.SPEAKER, RecordingChoice.ASKED, false, 0, last);
        }
        Instant now = around.clock().instant();
        Duration since = Duration.between(running.startedAt(), now);
        RecordingChoice choice = running.choice(reader);
        Duration left = around.rules().answer().minus(Duration.between(asked.getOrDefault(reader.person(), now), now));
        return new RecordingState(
                true,
                (int) since.toSeconds(),
                (int) around.rules().longest().minus(since).toSeconds(),
                running.by(),
                running.layout(),
                choice,
                around.rules().silence(),
                choice == RecordingChoice.ASKED && around.rules().silence() ? (int) Math.max(0, left.toSeconds()) : 0,
                null);
    }
}

package plenum.mediaserver.record;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import plenum.mediaserver.flow.MediaKind;
import plenum.mediaserver.flow.PacketSource;
import plenum.mediaserver.flow.ServerClock;
import plenum.mediaserver.loop.EventLoop;

/**
 * One recording of sound, pictures or both. Lives on its event loop.
 *
 * <p>Life cycle: new, armed ({@link #record}), recording from the first media on, paused and resumed, stopped or failed. Ten times a second
 * the new frames are written as a piece of the file.
 */
public final class Recording {
    /** News of a recording, on its loop. */
    public interface Listener {
        /** The first media have come. */
        void started();

        /** Nothing is recorded any more; what has been stored stays. */
        void failed(RecordingFailure failure);

        /** A part is missing, and recording goes on. */
        void damaged(RecordingFailure failure);

        /** Media of this kind (do not) come. */
        void flows(MediaKind kind, boolean flowing);
    }

    private enum State {
        NEW,
        ARMED,
        RECORDING,
        PAUSED,
        STOPPED
    }

    private static final Duration TICK = Duration.ofMillis(100);

    private final EventLoop loop;
    private final ServerClock clock;
    private final Listener listener;
    private final RecordingWriter writer;
    private final Map<MediaKind, RecordedTrack> tracks = new EnumMap<>(MediaKind.class);
    private final Map<MediaKind, PacketSource> sources = new EnumMap<>(MediaKind.class);
    private final Map<MediaKind, Boolean> flowing = new EnumMap<>(MediaKind.class);
    private final List<Frame> pending = new ArrayList<>();
    private final Storing storing;
    private State state = State.NEW;
    private @Nullable RecordedFile file;
    private EventLoop.@Nullable Timer timer;
    private long firstMediaNanos;
    private long pausedSinceNanos;
    private long pausedNanos;
    private boolean behind;

    /** A frame that is not in the file yet. */
    record Frame(MediaKind kind, long epochNanos, boolean key, byte[] data) {}

    /**
     * Who has to wait for it.
     *
     * @param done completes when all is stored
     * @param begins is told that something will have to be
     */
    record Storing(CompletableFuture<Void> done, Runnable begins) {
        static Storing forNobody() {
            return new Storing(new CompletableFuture<>(), () -> {});
        }
    }

    /**
     * @param target is opened when recording is asked for
     * @param kinds what is recorded
     */
    Recording(
            EventLoop loop,
            ServerClock clock,
            Set<MediaKind> kinds,
            RecordingTarget target,
            Listener listener,
            Storing storing) {
        this.storing = storing;
        this.loop = loop;
        this.clock = clock;
        this.listener = listener;
        this.writer = new RecordingWriter(target, loop, new WriterEvents());
        for (MediaKind kind : kinds) {
            tracks.put(kind, new RecordedTrack(kind, clock, this::add));
        }
    }

    /** Sets the source of a kind; null for none. Kinds that the recording does not have are ignored. */
    public void source(MediaKind kind, @Nullable PacketSource source) {
        if (source == null) {
            sources.remove(kind);
        } else {
            sources.put(kind, source);
        }
        if (timer != null) {
            attach(kind);
        }
    }

    private void attach(MediaKind kind) {
        RecordedTrack track = tracks.get(kind);
        if (track != null) {
            track.from(sources.get(kind));
        }
    }

    /** Records, or goes on after a pause; whether that is possible: a recording that has ended does not begin again. */
    public boolean record() {
        switch (state) {
            case NEW -> {
                state = State.ARMED;
                storing.begins.run();
                writer.start();
                timer = loop.schedule(TICK, this::tick);
                List.copyOf(tracks.keySet()).forEach(this::attach);
            }
            case PAUSED -> {
                state = State.RECORDING;
                pausedNanos += clock.nanoTime() - pausedSinceNanos;
                tracks.values().forEach(RecordedTrack::awaitKeyFrame);
            }
            case ARMED, RECORDING -> {
                // it does already
            }
            case STOPPED -> {
                return false;
            }
        }
        return true;
    }

    /** Leaves out what comes until {@link #record}; the file goes on without a hole. False when nothing is being recorded. */
    public boolean pause() {
        if (state != State.RECORDING) {
            return false;
        }
        state = State.PAUSED;
        pausedSinceNanos = clock.nanoTime();
        return true;
    }

    /** Whether media are being recorded, or would be if they came. */
    public boolean isAsked() {
        return state == State.ARMED || state == State.RECORDING || state == State.PAUSED;
    }

    /** Whether media are being recorded. */
    public boolean isRunning() {
        return state == State.RECORDING;
    }

    /** Ends the recording; completes when all of it is stored. */
    public CompletionStage<Void> stop() {
        switch (state) {
            case NEW -> {
                state = State.STOPPED;
                storing.done.complete(null);
            }
            case ARMED, RECORDING, PAUSED -> {
                detach();
                flush(true);
                writer.finish(file == null ? null : file.end());
            }
            case STOPPED -> {
                // it is on its way, or done
            }
        }
        return storing.done;
    }

    private void detach() {
        state = State.STOPPED;
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
        tracks.values().forEach(track -> track.from(null));
        flowing.replaceAll((kind, flows) -> {
            if (flows) {
                listener.flows(kind, false);
            }
            return false;
        });
    }

    private void add(RecordedTrack track, long epochNanos, boolean key, byte[] data) {
        if (state == State.ARMED) {
            state = State.RECORDING;
            firstMediaNanos = clock.nanoTime();
            listener.started();
        }
        if (state == State.RECORDING) {
            pending.add(new Frame(track.kind(), epochNanos - pausedNanos, key, data));
        }
    }

    private void tick() {
        timer = loop.schedule(TICK, this::tick);
        for (RecordedTrack track : tracks.values()) {
            track.tick();
            boolean flows = track.flows();
            if (flows != flowing.getOrDefault(track.kind(), false)) {
                flowing.put(track.kind(), flows);
                listener.flows(track.kind(), flows);
            }
        }
        flush(false);
    }

    /** Makes a piece of the file of what is complete, or of all that there is. */
    private void flush(boolean all) {
        RecordedFile into = file == null ? begin(all) : file;
        if (into == null) {
            return;
        }
        long knownUntil = all ? Long.MAX_VALUE : knownUntil();
        List<Frame> ready = new ArrayList<>();
        pending.removeIf(frame -> frame.epochNanos <= knownUntil && ready.add(frame));
        ready.sort(Comparator.comparingLong(Frame::epochNanos));
        if (ready.isEmpty()) {
            return;
        }
        if (writer.hasRoom()) {
            behind = false;
            byte[] piece = into.piece(ready);
            into.takeLosses().forEach(listener::damaged);
            writer.write(piece);
        } else {
            leaveOut();
        }
    }

    /** Storage does not keep up: told once, until it does again. */
    private void leaveOut() {
        if (!behind) {
            behind = true;
            listener.damaged(RecordingFailure.behind());
        }
        tracks.values().forEach(RecordedTrack::awaitKeyFrame);
    }

    private long knownUntil() {
        long until = Long.MAX_VALUE;
        for (RecordedTrack track : tracks.values()) {
            until = Math.min(until, track.knownUntil());
        }
        return until;
    }

    /** Once all that is connected has begun, or could have. */
    private @Nullable RecordedFile begin(boolean now) {
        List<RecordedTrack> connected = tracks.values().stream()
                .filter(track -> sources.containsKey(track.kind()) || track.format() != null)
                .toList();
        boolean complete = connected.stream().allMatch(track -> track.format() != null);
        boolean waited = clock.nanoTime() - firstMediaNanos >= RecordedFile.LONGEST_WAIT_NANOS;
        if (pending.isEmpty() || !complete && !waited && !now) {
            return null;
        }
        long start = pending.stream().mapToLong(Frame::epochNanos).min().orElseThrow();
        RecordedFile begun = new RecordedFile(connected, start);
        writer.write(begun.header());
        file = begun;
        return begun;
    }

    private final class WriterEvents implements RecordingWriter.Listener {
        @Override
        public void failed(RecordingFailure failure) {
            boolean news = state != State.STOPPED;
            if (news) {
                detach();
            }
            listener.failed(failure);
        }

        @Override
        public void finished() {
            storing.done.complete(null);
        }
    }
}

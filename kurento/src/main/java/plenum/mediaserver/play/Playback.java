package plenum.mediaserver.play;

import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import plenum.mediaserver.flow.MediaKind;
import plenum.mediaserver.flow.PacketSource;
import plenum.mediaserver.flow.Publication;
import plenum.mediaserver.flow.PublisherClock;
import plenum.mediaserver.flow.PublisherSide;
import plenum.mediaserver.flow.RtcpSink;
import plenum.mediaserver.flow.ServerClock;
import plenum.mediaserver.loop.EventLoop;
import plenum.mediaserver.matroska.Block;
import plenum.mediaserver.payload.Packetizer;
import plenum.mediaserver.payload.TrackFormat;
import plenum.mediaserver.rtp.Rtcp;
import plenum.mediaserver.uri.MediaLocations;

/**
 * Plays one file as a publication: the first track of each kind. Lives on its event loop.
 *
 * <p>A file has only the key frames that were recorded: a taker that subscribes in between waits for the next.
 */
public final class Playback implements AutoCloseable {
    /** News of a playback, on its loop. */
    public interface Listener {
        /** Media of this kind (do not) come. */
        void flows(MediaKind kind, boolean flowing);

        /** The file has come to its end. */
        void ended();

        void failed(String reason);
    }

    /** @param durationMillis 0 as long as it is not known */
    public record Info(long durationMillis) {}

    private static final Duration TICK = Duration.ofMillis(10);
    private static final Duration FRAME_WAIT = Duration.ofMillis(1);
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long REPORT_NANOS = 1_000_000_000L;

    private final EventLoop loop;
    private final ServerClock clock;
    private final MediaLocations locations;
    private final String uri;
    private final Listener listener;
    private final Map<MediaKind, Publication> publications = new EnumMap<>(MediaKind.class);
    private final Map<Integer, PlayedTrack> tracks = new HashMap<>();
    private final Map<MediaKind, Integer> numbers = new EnumMap<>(MediaKind.class);
    private @Nullable BlockReader reader;
    private EventLoop.@Nullable Timer timer;
    private boolean opened;
    private long durationMillis;
    /** When time 0 of the file would have been played. */
    private long originNanos;

    private long positionMillis;
    private long playedMillis;
    private long lastReportNanos;

    public Playback(EventLoop loop, ServerClock clock, MediaLocations locations, String uri, Listener listener) {
        this.loop = loop;
        this.clock = clock;
        this.locations = locations;
        this.uri = uri;
        this.listener = listener;
        PublisherSide nobody = new PublisherSide(
                new NoPublisher(), new PublisherClock(), clock, task -> loop.schedule(FRAME_WAIT, task));
        for (MediaKind kind : MediaKind.values()) {
            publications.put(kind, new Publication(kind, nobody));
        }
    }

    public PacketSource source(MediaKind kind) {
        return Objects.requireNonNull(publications.get(kind));
    }

    /** Plays, or goes on. */
    public void play() {
        if (reader == null) {
            BlockReader opening = new BlockReader(locations, uri, loop, new Reading());
            reader = opening;
            opening.start();
        } else if (opened && timer == null) {
            goOn();
        }
    }

    private void goOn() {
        originNanos = clock.nanoTime() - positionMillis * NANOS_PER_MILLI;
        numbers.keySet().forEach(kind -> listener.flows(kind, true));
        tick();
    }

    /** Stands still; {@link #play} goes on from here. */
    public void pause() {
        if (timer != null) {
            timer.cancel();
            timer = null;
            numbers.keySet().forEach(kind -> listener.flows(kind, false));
        }
    }

    /** Goes back to the beginning, and stands still. */
    public void stop() {
        pause();
        if (reader != null) {
            reader.close();
            reader = null;
        }
        opened = false;
        positionMillis = 0;
    }

    public Info info() {
        return new Info(durationMillis);
    }

    public long positionMillis() {
        return positionMillis;
    }

    /** Goes on from there; false when the file is not open or not so long. */
    public boolean seek(long millis) {
        if (reader == null || !opened || millis < 0 || millis > durationMillis) {
            return false;
        }
        reader.seek(millis);
        positionMillis = millis;
        originNanos = clock.nanoTime() - millis * NANOS_PER_MILLI;
        return true;
    }

    private void tick() {
        BlockReader from = reader;
        if (from == null) {
            return;
        }
        timer = loop.schedule(TICK, this::tick);
        long before = positionMillis;
        positionMillis = (clock.nanoTime() - originNanos) / NANOS_PER_MILLI;
        playedMillis += Math.max(0, positionMillis - before);
        for (Block block = from.next(positionMillis); block != null; block = from.next(positionMillis)) {
            PlayedTrack track = tracks.get(block.track());
            if (track != null) {
                track.play(block, playedMillis - (positionMillis - block.millis()));
            }
        }
        if (clock.nanoTime() - lastReportNanos >= REPORT_NANOS) {
            lastReportNanos = clock.nanoTime();
            tracks.values().forEach(track -> track.report(playedMillis));
        }
        if (from.isAtEnd() && positionMillis >= durationMillis) {
            stop();
            listener.ended();
        }
    }

    @Override
    public void close() {
        stop();
        publications.values().forEach(Publication::close);
    }

    private final class Reading implements BlockReader.Listener {
        @Override
        public void opened(Map<Integer, TrackFormat> found, long duration) {
            durationMillis = duration;
            tracks.clear();
            numbers.clear();
            SplittableRandom random = new SplittableRandom(clock.nanoTime());
            found.forEach((number, format) -> {
                MediaKind kind = format.isVideo() ? MediaKind.VIDEO : MediaKind.AUDIO;
                Optional<Packetizer> packetizer = Packetizer.of(format);
                Publication publication = publications.get(kind);
                if (packetizer.isPresent() && publication != null && !numbers.containsKey(kind)) {
                    numbers.put(kind, number);
                    tracks.put(
                            number, new PlayedTrack(kind, publication, packetizer.get(), clock, random.nextInt() | 1));
                }
            });
            if (tracks.isEmpty()) {
                failed("The file has no track of a codec that browsers have.");
                return;
            }
            opened = true;
            goOn();
        }

        @Override
        public void failed(String reason) {
            stop();
            listener.failed(reason);
        }
    }

    /** A file answers no requests. */
    private static final class NoPublisher implements RtcpSink {
        @Override
        public int ssrc() {
            return 0;
        }

        @Override
        public void send(Rtcp message) {
            // there are no other key frames, and nothing is lost
        }
    }
}

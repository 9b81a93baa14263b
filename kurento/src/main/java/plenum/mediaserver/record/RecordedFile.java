package plenum.mediaserver.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import plenum.mediaserver.flow.MediaKind;
import plenum.mediaserver.matroska.Block;
import plenum.mediaserver.matroska.MatroskaWriter;
import plenum.mediaserver.payload.TrackFormat;

/** The file of a recording. Its tracks are those that were connected at the beginning, and each keeps its codec. */
final class RecordedFile {
    /** How long the first media wait for those of another kind. */
    static final long LONGEST_WAIT_NANOS = 1_500_000_000L;

    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long NANOS_PER_MILLI = 1_000_000L;

    private final Map<MediaKind, RecordedTrack> tracks = new EnumMap<>(MediaKind.class);
    private final Map<MediaKind, Integer> numbers = new EnumMap<>(MediaKind.class);
    private final Map<MediaKind, String> codecs = new EnumMap<>(MediaKind.class);
    private final Map<MediaKind, Long> lastMillis = new EnumMap<>(MediaKind.class);
    private final Set<String> told = new HashSet<>();
    private final List<RecordingFailure> losses = new ArrayList<>();
    private final MatroskaWriter matroska;
    private final long startNanos;

    /** @param startNanos of the first frame, since 1970 */
    RecordedFile(List<RecordedTrack> connected, long startNanos) {
        this.startNanos = startNanos;
        List<TrackFormat> formats = new ArrayList<>();
        for (RecordedTrack track : connected) {
            TrackFormat known = track.format();
            TrackFormat format = known == null ? TrackFormat.announced(track.kind() == MediaKind.VIDEO) : known;
            formats.add(format);
            tracks.put(track.kind(), track);
            numbers.put(track.kind(), formats.size());
            codecs.put(track.kind(), format.codecId());
        }
        Instant start = Instant.ofEpochSecond(startNanos / NANOS_PER_SECOND, startNanos % NANOS_PER_SECOND);
        matroska = new MatroskaWriter(formats, start);
    }

    byte[] header() {
        return matroska.header();
    }

    /** The bytes of these frames, which are in the order of time; none when there is nothing to write. */
    byte[] piece(List<Recording.Frame> frames) {
        List<Block> blocks = new ArrayList<>(frames.size());
        for (Recording.Frame frame : frames) {
            Integer number = numbers.get(frame.kind());
            if (number == null || !isAsAnnounced(frame.kind())) {
                continue;
            }
            long millis = Math.max(0, (frame.epochNanos() - startNanos + NANOS_PER_MILLI / 2) / NANOS_PER_MILLI);
            long after = Math.max(millis, lastMillis.getOrDefault(frame.kind(), 0L));
            lastMillis.put(frame.kind(), after);
            blocks.add(new Block(number, after, frame.key(), frame.data()));
        }
        return blocks.isEmpty() ? new byte[0] : matroska.clusters(blocks);
    }

    private boolean isAsAnnounced(MediaKind kind) {
        RecordedTrack track = tracks.get(kind);
        TrackFormat format = track == null ? null : track.format();
        String announced = codecs.get(kind);
        boolean same = format != null && format.codecId().equals(announced);
        if (!same && format != null && told.add(kind + format.codecId())) {
            losses.add(RecordingFailure.codec(kind.name(), format.codecId()));
        }
        return same;
    }

    /** The failures since this was called last; each is returned once. */
    List<RecordingFailure> takeLosses() {
        List<RecordingFailure> taken = List.copyOf(losses);
        losses.clear();
        return taken;
    }

    MatroskaWriter.End end() {
        return matroska.end();
    }
}

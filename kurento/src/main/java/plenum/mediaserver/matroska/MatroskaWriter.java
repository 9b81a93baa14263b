package plenum.mediaserver.matroska;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import plenum.mediaserver.payload.TrackFormat;

/**
 * Writes a file in complete pieces: a header, then clusters of known size, so that the file can be read at any moment and wherever writing
 * ends. If the target can be rewritten, {@link #end} adds what makes seeking fast.
 *
 * <p>Timestamps are milliseconds since the first block, and the header has the time of that (DateUTC), so that files of one moment can be
 * aligned.
 */
public final class MatroskaWriter {
    /** Written over what is at a position of the file. */
    public record Patch(long position, byte[] content) {}

    /**
     * What is left to be written when the last cluster has been.
     *
     * @param appended comes after it
     */
    public record End(byte[] appended, List<Patch> patches) {}

    private record Cue(long millis, int track, long position) {}

    /** Relative timestamps have 16 bits with a sign. */
    private static final int LONGEST_CLUSTER_MILLIS = 30_000;

    static final Instant EPOCH = Instant.parse("2001-01-01T00:00:00Z"); // RFC 8794 section 7.6
    private static final int SEEK_HEAD_ROOM = 96;
    private static final int DURATION_ROOM = 2 + 1 + Double.BYTES;
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long OPUS_PRE_ROLL_NANOS = 80 * NANOS_PER_MILLI; // RFC 9559: the codec's own advice
    private static final long CUE_MILLIS = 2_000;
    private static final String APPLICATION = "Plenum media server";

    private final List<TrackFormat> tracks;
    private final Instant start;
    private final List<Cue> cues = new ArrayList<>();
    private long position;
    private long segmentStart;
    private long segmentSizeAt;
    private long infoAt;
    private long durationAt;
    private long tracksAt;
    private long lastCueMillis = -CUE_MILLIS;
    private long endMillis;

    /** @param start when time 0 of the file was */
    public MatroskaWriter(List<TrackFormat> tracks, Instant start) {
        this.tracks = List.copyOf(tracks);
        this.start = start;
    }

    /** The beginning of the file. */
    public byte[] header() {
        byte[] ebml = Elements.of(file -> file.master(Ids.EBML, head -> head.number(Ids.EBML_VERSION, 1)
                .number(Ids.EBML_READ_VERSION, 1)
                .number(Ids.EBML_MAX_ID_LENGTH, 4)
                .number(Ids.EBML_MAX_SIZE_LENGTH, 8)
                .text(Ids.DOC_TYPE, isWebm() ? "webm" : "matroska")
                .number(Ids.DOC_TYPE_VERSION, 4)
                .number(Ids.DOC_TYPE_READ_VERSION, 2)));
        byte[] segment = Elements.of(file -> file.endless(Ids.SEGMENT));
        segmentSizeAt = ebml.length + segment.length - 8;
        segmentStart = ebml.length + segment.length;
        byte[] info = info();
        infoAt = segmentStart + SEEK_HEAD_ROOM;
        durationAt = infoAt + info.length - DURATION_ROOM;
        tracksAt = infoAt + info.length;
        byte[] header = Elements.of(file ->
                file.raw(ebml).raw(segment).room(SEEK_HEAD_ROOM).raw(info).master(Ids.TRACKS, this::describeTracks));
        position = header.length;
        return header;
    }

    /** Only these codecs may be in a file that calls itself WebM. */
    private boolean isWebm() {
        return tracks.stream().map(TrackFormat::codecId).allMatch(id -> switch (id) {
            case "V_VP8", "V_VP9", "V_AV1", "A_OPUS", "A_VORBIS" -> true;
            default -> false;
        });
    }

    /** The duration comes last, because it is written over. */
    private byte[] info() {
        return Elements.of(file -> file.master(Ids.INFO, info -> info.number(Ids.TIMESTAMP_SCALE, NANOS_PER_MILLI)
                .date(Ids.DATE, ChronoUnit.NANOS.between(EPOCH, start))
                .text(Ids.MUXING_APP, APPLICATION)
                .text(Ids.WRITING_APP, APPLICATION)
                .room(DURATION_ROOM)));
    }

    private void describeTracks(Elements all) {
        for (int i = 0; i < tracks.size(); i++) {
            TrackFormat format = tracks.get(i);
            int number = i + 1;
            all.master(Ids.TRACK_ENTRY, track -> {
                track.number(Ids.TRACK_NUMBER, number)
                        .number(Ids.TRACK_UID, number)
                        .number(Ids.TRACK_TYPE, format.isVideo() ? 1 : 2)
                        .number(Ids.FLAG_LACING, 0)
                        .text(Ids.LANGUAGE, "und")
                        .text(Ids.CODEC_ID, format.codecId());
                if (format.codecPrivate().length > 0) {
                    track.binary(Ids.CODEC_PRIVATE, format.codecPrivate());
                }
                if (format.isVideo()) {
                    track.master(Ids.VIDEO, video -> video.number(Ids.PIXEL_WIDTH, format.width())
                            .number(Ids.PIXEL_HEIGHT, format.height()));
                } else {
                    track.number(Ids.SEEK_PRE_ROLL, format.codecId().equals("A_OPUS") ? OPUS_PRE_ROLL_NANOS : 0)
                            .master(Ids.AUDIO, audio -> audio.floating(Ids.SAMPLING_FREQUENCY, format.clockRate())
                                    .number(Ids.CHANNELS, format.channels()));
                }
            });
        }
    }

    /** The clusters of these blocks, which are in the order of time. */
    public byte[] clusters(List<Block> blocks) {
        Elements out = new Elements();
        int from = 0;
        while (from < blocks.size()) {
            long first = blocks.get(from).millis();
            int to = from;
            while (to < blocks.size() && blocks.get(to).millis() - first < LONGEST_CLUSTER_MILLIS) {
                to++;
            }
            writeCluster(out, first, blocks.subList(from, to));
            from = to;
        }
        byte[] all = out.toBytes();
        position += all.length;
        return all;
    }

    private void writeCluster(Elements out, long first, List<Block> blocks) {
        long at = position + out.length() - segmentStart;
        out.master(Ids.CLUSTER, cluster -> {
            cluster.number(Ids.TIMESTAMP, first);
            for (Block block : blocks) {
                cluster.head(Ids.SIMPLE_BLOCK, block.data().length + 4L)
                        .raw(ByteBuffer.allocate(4)
                                .put((byte) (0x80 | block.track()))
                                .putShort((short) (block.millis() - first))
                                .put((byte) (block.key() ? 0x80 : 0))
                                .array())
                        .raw(block.data());
                endMillis = Math.max(endMillis, block.millis());
                cue(block, at);
            }
        });
    }

    private void cue(Block block, long clusterAt) {
        boolean leads =
                tracks.get(block.track() - 1).isVideo() || tracks.stream().noneMatch(TrackFormat::isVideo);
        if (leads && block.key() && block.millis() - lastCueMillis >= CUE_MILLIS) {
            lastCueMillis = block.millis();
            cues.add(new Cue(block.millis(), block.track(), clusterAt));
        }
    }

    /** Completes the file: writes its length, and the index of key frames. */
    public End end() {
        byte[] index = Elements.of(file -> file.master(Ids.CUES, all -> {
            for (Cue cue : cues) {
                all.master(Ids.CUE_POINT, point -> point.number(Ids.CUE_TIME, cue.millis)
                        .master(Ids.CUE_TRACK_POSITIONS, place -> place.number(Ids.CUE_TRACK, cue.track)
                                .number(Ids.CUE_CLUSTER_POSITION, cue.position)));
            }
        }));
        byte[] appended = cues.isEmpty() ? new byte[0] : index;
        byte[] seekHead = Elements.of(file -> {
            file.master(Ids.SEEK_HEAD, head -> {
                seek(head, Ids.INFO, infoAt);
                seek(head, Ids.TRACKS, tracksAt);
                if (appended.length > 0) {
                    seek(head, Ids.CUES, position);
                }
            });
            file.room(SEEK_HEAD_ROOM - file.length());
        });
        byte[] duration = Elements.of(file -> file.floating(Ids.DURATION, endMillis));
        byte[] size = Elements.longSize(position + appended.length - segmentStart);
        return new End(
                appended,
                List.of(
                        new Patch(segmentStart, seekHead),
                        new Patch(durationAt, duration),
                        new Patch(segmentSizeAt, size)));
    }

    private void seek(Elements head, int id, long at) {
        byte[] name = ByteBuffer.allocate(Integer.BYTES).putInt(id).array();
        head.master(Ids.SEEK, seek -> seek.binary(Ids.SEEK_ID, name).number(Ids.SEEK_POSITION, at - segmentStart));
    }

    /** Bytes so far. */
    public long position() {
        return position;
    }
}

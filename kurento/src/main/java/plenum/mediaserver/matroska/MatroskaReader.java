package plenum.mediaserver.matroska;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import plenum.mediaserver.payload.TrackFormat;

/**
 * Reads a file block by block, also one that is still being written or that ends in the middle. Lengths in the file are trusted only as far
 * as there are bytes; blocks with several frames (lacing) are skipped.
 */
public final class MatroskaReader {
    /** The file is no Matroska, or damaged where that matters. */
    public static final class Malformed extends IOException {
        private static final long serialVersionUID = 1L;

        Malformed(String what) {
            super(what);
        }
    }

    private static final long UNKNOWN = -1;
    private static final int LONGEST_HEADER = 1024 * 1024;
    private static final int LONGEST_BLOCK = 16 * 1024 * 1024;
    private static final int LACING = 0x06;
    private static final int MOST_TRACKS = 64;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private record Element(int id, long size, long from) {
        long end() {
            return size == UNKNOWN ? UNKNOWN : from + size;
        }
    }

    private final ByteSource in;
    private final Map<Integer, TrackFormat> tracks = new TreeMap<>();
    private long timestampScale = NANOS_PER_MILLI;
    private double duration = Double.NaN;
    private @Nullable Instant start;
    private long firstCluster = UNKNOWN;
    private long clusterTimestamp;

    private MatroskaReader(SeekableByteChannel channel) {
        in = new ByteSource(channel);
    }

    /** Reads all that comes before the first cluster. */
    public static MatroskaReader open(SeekableByteChannel channel) throws IOException {
        MatroskaReader reader = new MatroskaReader(channel);
        try {
            reader.readHeader();
        } catch (EOFException e) {
            throw new Malformed("the file ends before its tracks are described");
        }
        return reader;
    }

    /** By track number. */
    public Map<Integer, TrackFormat> tracks() {
        return tracks;
    }

    /** When time 0 of the file was, or null when it does not say. */
    public @Nullable Instant start() {
        return start;
    }

    private void readHeader() throws IOException {
        Element head = element();
        if (head.id != Ids.EBML) {
            throw new Malformed("not a Matroska file");
        }
        skip(head);
        Element segment = element();
        while (segment.id != Ids.SEGMENT) {
            skip(segment);
            segment = element();
        }
        while (firstCluster == UNKNOWN) {
            long at = in.position();
            Element child = element();
            switch (child.id) {
                case Ids.INFO -> readInfo(content(child));
                case Ids.TRACKS -> readTracks(content(child));
                case Ids.CLUSTER -> firstCluster = at;
                default -> skip(child);
            }
        }
        in.position(firstCluster);
    }

    private void readInfo(byte[] info) throws Malformed {
        Children children = new Children(info);
        while (children.next()) {
            switch (children.id()) {
                case Ids.TIMESTAMP_SCALE -> timestampScale = Math.max(1, children.number());
                case Ids.DURATION -> duration = children.floating();
                case Ids.DATE -> start = MatroskaWriter.EPOCH.plusNanos(children.number());
                default -> {
                    // of no use for playing
                }
            }
        }
    }

    private void readTracks(byte[] all) throws Malformed {
        Children children = new Children(all);
        while (children.next() && tracks.size() < MOST_TRACKS) {
            if (children.id() == Ids.TRACK_ENTRY) {
                readTrack(children.content());
            }
        }
    }

    private void readTrack(byte[] entry) throws Malformed {
        Children children = new Children(entry);
        int number = 0;
        String codecId = "";
        byte[] codecPrivate = {};
        int width = 0;
        int height = 0;
        int clockRate = 0;
        int channels = 1;
        while (children.next()) {
            switch (children.id()) {
                case Ids.TRACK_NUMBER -> number = (int) children.number();
                case Ids.CODEC_ID -> codecId = new String(children.content(), StandardCharsets.US_ASCII);
                case Ids.CODEC_PRIVATE -> codecPrivate = children.content();
                case Ids.VIDEO -> {
                    Children video = new Children(children.content());
                    while (video.next()) {
                        width = video.id() == Ids.PIXEL_WIDTH ? (int) video.number() : width;
                        height = video.id() == Ids.PIXEL_HEIGHT ? (int) video.number() : height;
                    }
                }
                case Ids.AUDIO -> {
                    Children audio = new Children(children.content());
                    while (audio.next()) {
                        clockRate = audio.id() == Ids.SAMPLING_FREQUENCY ? (int) audio.floating() : clockRate;
                        channels = audio.id() == Ids.CHANNELS ? (int) audio.number() : channels;
                    }
                }
                default -> {
                    // of no use for playing
                }
            }
        }
        tracks.put(number, new TrackFormat(codecId, codecPrivate, width, height, clockRate, channels));
    }

    /** The next block, or null where the file ends; of one that grows there may be more later. */
    public @Nullable Block next() throws IOException {
        long at = in.position();
        try {
            while (true) {
                at = in.position();
                Element element = element();
                Block block = null;
                switch (element.id) {
                    case Ids.CLUSTER, Ids.SEGMENT -> {
                        // its children come
                    }
                    case Ids.TIMESTAMP -> clusterTimestamp = number(content(element));
                    case Ids.SIMPLE_BLOCK -> block = block(block(element), true);
                    case Ids.BLOCK_GROUP -> block = group(block(element));
                    default -> skip(element);
                }
                if (block != null) {
                    return block;
                }
            }
        } catch (EOFException end) {
            in.position(at);
            return null;
        }
    }

    private @Nullable Block group(byte[] group) throws Malformed {
        Children children = new Children(group);
        byte[] block = null;
        boolean key = true;
        while (children.next()) {
            block = children.id() == Ids.BLOCK ? children.content() : block;
            key &= children.id() != Ids.REFERENCE_BLOCK;
        }
        Block found = block == null ? null : block(block, false);
        return found == null ? null : new Block(found.track(), found.millis(), key, found.data());
    }

    private @Nullable Block block(byte[] block, boolean simple) throws Malformed {
        int width = block.length == 0 ? 0 : Integer.numberOfLeadingZeros(block[0] & 0xFF) - 23;
        if (width < 1 || width > 2 || block.length < width + 3) {
            throw new Malformed("a block without a track");
        }
        int track = width == 1 ? block[0] & 0x7F : (block[0] & 0x3F) << 8 | block[1] & 0xFF;
        int relative = ByteBuffer.wrap(block).getShort(width);
        int flags = block[width + 2];
        if ((flags & LACING) != 0) {
            return null;
        }
        byte[] data = Arrays.copyOfRange(block, width + 3, block.length);
        long millis = (clusterTimestamp + relative) * timestampScale / NANOS_PER_MILLI;
        return new Block(track, millis, simple && (flags & 0x80) != 0, data);
    }

    /** Goes to the last cluster that begins at or before this time; blocks from there on come next. */
    public void seek(long millis) throws IOException {
        long wanted = millis * NANOS_PER_MILLI / timestampScale;
        long target = firstCluster;
        in.position(firstCluster);
        try {
            while (true) {
                long at = in.position();
                Element element = element();
                if (element.id == Ids.CLUSTER && element.size != UNKNOWN) {
                    if (timestamp(element) > wanted) {
                        break;
                    }
                    target = at;
                }
                skip(element);
            }
        } catch (EOFException end) {
            // what was found is the last there is
        }
        in.position(target);
    }

    private long timestamp(Element cluster) throws IOException {
        Element first = element();
        long timestamp = first.id == Ids.TIMESTAMP ? number(content(first)) : 0;
        in.position(cluster.from);
        return timestamp;
    }

    /** As the file tells it, or else when its last cluster begins. */
    public long durationMillis() throws IOException {
        if (!Double.isNaN(duration)) {
            return Math.round(duration * timestampScale / NANOS_PER_MILLI);
        }
        long here = in.position();
        long last = 0;
        in.position(firstCluster);
        try {
            while (true) {
                Element element = element();
                if (element.id == Ids.CLUSTER) {
                    last = Math.max(last, timestamp(element));
                }
                skip(element);
            }
        } catch (EOFException end) {
            in.position(here);
        }
        return last * timestampScale / NANOS_PER_MILLI;
    }

    private Element element() throws IOException {
        int first = in.next();
        int width = Integer.numberOfLeadingZeros(first) - 23;
        if (width > 4) {
            throw new Malformed("no element at " + (in.position() - 1));
        }
        int id = first;
        for (int i = 1; i < width; i++) {
            id = id << 8 | in.next();
        }
        first = in.next();
        width = Integer.numberOfLeadingZeros(first) - 23;
        if (width > 8) {
            throw new Malformed("an element without a size");
        }
        long size = first & 0xFF >> width;
        for (int i = 1; i < width; i++) {
            size = size << 8 | in.next();
        }
        boolean unknown = size == (1L << 7 * width) - 1;
        return new Element(id, unknown ? UNKNOWN : size, in.position());
    }

    private byte[] content(Element element) throws IOException {
        return bytes(element, LONGEST_HEADER);
    }

    private byte[] block(Element element) throws IOException {
        return bytes(element, LONGEST_BLOCK);
    }

    private byte[] bytes(Element element, int most) throws IOException {
        if (element.size == UNKNOWN || element.size > most) {
            throw new Malformed("an element is too long");
        }
        return in.next((int) element.size);
    }

    private static long number(byte[] bytes) {
        return Children.number(bytes);
    }

    /** Over an element; into one whose end nobody knows. */
    private void skip(Element element) throws IOException {
        long end = element.end();
        if (end > in.size()) {
            throw new EOFException();
        }
        if (end != UNKNOWN) {
            in.position(end);
        }
    }
}

package plenum.composer.track;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A Matroska file that may still grow. Reads what has been added since the last look, element by element (RFC 8794, RFC 9559), and remembers where clusters begin and what
 * is in them, never the media themselves.
 */
public final class TrackFile {
    private static final int EBML = 0x1A45DFA3;
    private static final int SEGMENT = 0x18538067;
    private static final int INFO = 0x1549A966;
    private static final int DATE = 0x4461;
    private static final int TRACKS = 0x1654AE6B;
    private static final int TRACK_ENTRY = 0xAE;
    private static final int TRACK_NUMBER = 0xD7;
    private static final int TRACK_TYPE = 0x83;
    private static final int CLUSTER = 0x1F43B675;
    private static final int TIMESTAMP = 0xE7;
    private static final int SIMPLE_BLOCK = 0xA3;
    private static final int BLOCK_GROUP = 0xA0;
    private static final int VIDEO = 1;
    private static final long UNKNOWN_SIZE = -1;
    private static final int LARGEST_HEAD = 12;
    private static final int LARGEST_DESCRIPTION = 1 << 20;
    private static final int KEY_FLAG = 0x80;
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final Instant MATROSKA_EPOCH = Instant.parse("2001-01-01T00:00:00Z");
    private static final byte[] ENDLESS_SEGMENT = {0x18, 0x53, (byte) 0x80, 0x67, 0x01, -1, -1, -1, -1, -1, -1, -1};

    private final Path path;
    private final long assumedStart;
    private final List<Cluster> clusters = new ArrayList<>();
    private final Map<Integer, Integer> types = new HashMap<>();
    private byte[] ebml = {};
    private byte[] info = {};
    private byte[] description = {};
    private long start;
    private long position;
    private long clusterMillis;
    private long segment = -1;
    private boolean ended;

    private record Head(int id, long size, int length) {}

    /** A cluster; what is in it is added as it comes. */
    private static final class Cluster {
        private final long offset;
        private long first = Long.MAX_VALUE;
        private long last = Long.MIN_VALUE;
        private boolean sound;
        private boolean picture;
        private boolean key;

        Cluster(long offset) {
            this.offset = offset;
        }
    }

    /** @param assumedStart when time 0 of the file was if it does not say so, in milliseconds since 1970 */
    public TrackFile(Path path, long assumedStart) {
        this.path = path;
        this.assumedStart = assumedStart;
        this.start = assumedStart;
    }

    /** Reads on to the end, or to what is not whole yet. A file that is not there is an empty one. */
    public void refresh() throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            ended = isEnded(file);
            long end = file.size();
            while (position < end && step(file, end)) {
                // one element after the other
            }
        }
    }

    private boolean step(FileChannel file, long end) throws IOException {
        Head head = head(file, position);
        if (head == null) {
            return false;
        }
        if (head.id == SEGMENT) {
            segment = position;
            position += head.length;
            return true;
        }
        if (head.id == CLUSTER) {
            if (head.size != UNKNOWN_SIZE && position + head.length + head.size > end) {
                return false;
            }
            clusters.add(new Cluster(position));
            position += head.length;
            return true;
        }
        long next = position + head.length + head.size;
        if (head.size == UNKNOWN_SIZE || next > end) {
            return false;
        }
        read(file, head);
        position = next;
        return true;
    }

    private void read(FileChannel file, Head head) throws IOException {
        long content = position + head.length;
        switch (head.id) {
            case EBML -> ebml = bytes(file, position, head.length + head.size);
            case INFO -> {
                info = bytes(file, position, head.length + head.size);
                start = date(bytes(file, content, head.size)).orElse(assumedStart);
            }
            case TRACKS -> {
                description = bytes(file, position, head.length + head.size);
                readTypes(ByteBuffer.wrap(bytes(file, content, head.size)));
            }
            case TIMESTAMP -> clusterMillis = number(ByteBuffer.wrap(bytes(file, content, head.size)), (int) head.size);
            case SIMPLE_BLOCK -> block(bytes(file, content, Math.min(head.size, LARGEST_HEAD)));
            case BLOCK_GROUP -> {
                Head inner = head(file, content);
                if (inner != null) {
                    block(bytes(file, content + inner.length, Math.min(inner.size, LARGEST_HEAD)));
                }
            }
            default -> {
                // an index, tags, room
            }
        }
    }

    private void block(byte[] beginning) {
        ByteBuffer data = ByteBuffer.wrap(beginning);
        int track = (int) vint(data);
        long millis = clusterMillis + data.getShort();
        boolean key = (data.get() & KEY_FLAG) != 0;
        Cluster cluster = clusters.getLast();
        boolean video = types.getOrDefault(track, 0) == VIDEO;
        cluster.first = Math.min(cluster.first, millis);
        cluster.last = Math.max(cluster.last, millis);
        cluster.sound |= !video;
        cluster.picture |= video;
        cluster.key |= video && key;
    }

    private static Optional<Long> date(byte[] children) {
        ByteBuffer data = ByteBuffer.wrap(children);
        while (data.remaining() > 2) {
            int id = id(data);
            int size = (int) vint(data);
            if (id == DATE && size == Long.BYTES) {
                return Optional.of(MATROSKA_EPOCH.toEpochMilli() + Math.floorDiv(data.getLong(), NANOS_PER_MILLI));
            }
            data.position(Math.min(data.limit(), data.position() + size));
        }
        return Optional.empty();
    }

    private void readTypes(ByteBuffer data) {
        int track = 0;
        while (data.remaining() > 2) {
            int id = id(data);
            int size = (int) vint(data);
            if (id == TRACK_ENTRY) {
                continue;
            }
            int next = Math.min(data.limit(), data.position() + size);
            if (id == TRACK_NUMBER) {
                track = (int) number(data, size);
            } else if (id == TRACK_TYPE) {
                types.put(track, (int) number(data, size));
            }
            data.position(next);
        }
    }

    /** When time 0 of the file was, in milliseconds since 1970. */
    public long start() {
        return start;
    }

    /** When the last frame was that the file holds; empty while there is none. */
    public Optional<Long> reaches() {
        return clusters.reversed().stream()
                .filter(cluster -> cluster.last != Long.MIN_VALUE)
                .findFirst()
                .map(cluster -> start + cluster.last);
    }

    /** Whether its recorder has written all of it: the size of the segment is known then, and stands there last. */
    public boolean isEnded() {
        return ended;
    }

    private boolean isEnded(FileChannel file) throws IOException {
        if (segment < 0) {
            return false;
        }
        Head head = head(file, segment);
        return head != null && head.size != UNKNOWN_SIZE;
    }

    /** Bytes that have been looked at. */
    public long bytes() {
        return position;
    }

    /** Times without any frame that are longer than this, between the first and the last frame; milliseconds since 1970. */
    public List<Gap> gaps(long longest) {
        List<Gap> gaps = new ArrayList<>();
        long before = Long.MAX_VALUE;
        for (Cluster cluster : clusters) {
            if (cluster.last != Long.MIN_VALUE) {
                if (before != Long.MAX_VALUE && cluster.first - before > longest) {
                    gaps.add(new Gap(start + before, start + cluster.first));
                }
                before = cluster.last;
            }
        }
        return gaps;
    }

    /** A time without frames. */
    public record Gap(long from, long to) {}

    /**
     * Cuts out what is needed to show a time: from the last key frame before it, and sound from a second before it. Timestamps stay as they are.
     *
     * @return empty when there is nothing in the file for that time
     */
    public Optional<Slice> cut(long from, long to, Path into) throws IOException {
        int last = clusters.size() - 1;
        while (last >= 0 && (clusters.get(last).first == Long.MAX_VALUE || start + clusters.get(last).first >= to)) {
            last--;
        }
        if (last < 0 || description.length == 0) {
            return Optional.empty();
        }
        int first = Math.min(soundFrom(from, last), pictureFrom(from, last));
        boolean sound = false;
        boolean picture = false;
        boolean key = false;
        for (Cluster cluster : clusters.subList(first, last + 1)) {
            sound |= cluster.sound && start + cluster.last >= from - Slice.SOUND_BEFORE_MILLIS;
            key |= cluster.key;
            picture |= cluster.picture;
        }
        long end = last + 1 < clusters.size() ? clusters.get(last + 1).offset : position;
        copy(clusters.get(first).offset, end, into);
        return Optional.of(new Slice(into, start, sound, picture && key));
    }

    private int soundFrom(long from, int last) {
        int first = last;
        while (first > 0 && start + clusters.get(first - 1).last >= from - Slice.SOUND_BEFORE_MILLIS) {
            first--;
        }
        return first;
    }

    private int pictureFrom(long from, int last) {
        int first = last;
        while (first >= 0 && !(clusters.get(first).key && start + clusters.get(first).first <= from)) {
            first--;
        }
        return first < 0 ? last : first;
    }

    private void copy(long from, long to, Path into) throws IOException {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ);
                OutputStream out = Files.newOutputStream(into)) {
            out.write(ebml);
            out.write(ENDLESS_SEGMENT);
            out.write(info);
            out.write(description);
            ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
            long at = from;
            while (at < to) {
                buffer.clear().limit((int) Math.min(buffer.capacity(), to - at));
                int count = file.read(buffer, at);
                if (count < 0) {
                    return;
                }
                out.write(buffer.array(), 0, count);
                at += count;
            }
        }
    }

    private static @Nullable Head head(FileChannel file, long at) throws IOException {
        ByteBuffer data = ByteBuffer.allocate(LARGEST_HEAD);
        int count = file.read(data, at);
        data.flip();
        if (count < 2) {
            return null;
        }
        int idLength = Integer.numberOfLeadingZeros(data.get(0) & 0xFF) - 23;
        if (idLength > 4 || count < idLength + 1) {
            return null;
        }
        int sizeLength = Integer.numberOfLeadingZeros(data.get(idLength) & 0xFF) - 23;
        if (sizeLength > 8 || count < idLength + sizeLength) {
            return null;
        }
        int id = id(data);
        long size = vint(data);
        boolean unknown = size == (1L << 7 * sizeLength) - 1;
        return new Head(id, unknown ? UNKNOWN_SIZE : size, idLength + sizeLength);
    }

    private static int id(ByteBuffer data) {
        int first = data.get() & 0xFF;
        int length = Integer.numberOfLeadingZeros(first) - 23;
        int id = first;
        for (int i = 1; i < length && data.hasRemaining(); i++) {
            id = id << 8 | data.get() & 0xFF;
        }
        return id;
    }

    private static long vint(ByteBuffer data) {
        int first = data.get() & 0xFF;
        int length = Integer.numberOfLeadingZeros(first) - 23;
        long value = first & (0xFF >> length);
        for (int i = 1; i < length && data.hasRemaining(); i++) {
            value = value << 8 | data.get() & 0xFF;
        }
        return value;
    }

    private static long number(ByteBuffer data, int size) {
        long value = 0;
        for (int i = 0; i < size && data.hasRemaining(); i++) {
            value = value << 8 | data.get() & 0xFF;
        }
        return value;
    }

    private static byte[] bytes(FileChannel file, long at, long size) throws IOException {
        if (size > LARGEST_DESCRIPTION) {
            throw new IOException("an element of " + size + " bytes where a short one belongs");
        }
        ByteBuffer data = ByteBuffer.allocate((int) size);
        while (data.hasRemaining()) {
            if (file.read(data, at + data.position()) < 0) {
                throw new EOFException("the file ends within an element");
            }
        }
        return data.array();
    }
}

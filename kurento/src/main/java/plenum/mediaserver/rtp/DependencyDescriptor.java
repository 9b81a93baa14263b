package plenum.mediaserver.rtp;

import org.jspecify.annotations.Nullable;

/**
 * What the dependency descriptor of a packet says of its frame: the header extension of the AV1 RTP payload format 1.0, appendix A, that
 * browsers send with any scalable codec. It is outside the payload, so it can be read where that is encrypted. One object reads packet after
 * packet.
 *
 * <pre>
 *  |S|E| template  |         frame number          |  then, in key frames and exceptions only:
 *  |structure?|active targets?|own indications?|own differences?|own chains?| ...
 * </pre>
 */
public final class DependencyDescriptor {
    /** Nothing is said of the decode targets that are active: as before. */
    public static final int UNCHANGED = 0;

    private static final int MANDATORY = 3;
    private static final int MOST_DIFFERENCES = 16;
    private static final int[] NOTHING = {};

    private final BitReader reader = new BitReader();
    private final int[] ownDifferences = new int[MOST_DIFFERENCES];
    private boolean present;
    private boolean endsFrame;
    private int frameNumber;
    private @Nullable DependencyStructure attached;
    private @Nullable DependencyStructure structure;
    private int activeTargets;
    private int spatialLayer;
    private long indications;
    private int[] differences = NOTHING;
    private int differenceCount;

    /** The packet has none. */
    public void clear() {
        present = false;
        attached = null;
        structure = null;
    }

    /** @param known the structure of the last key frame, or null before the first */
    public void read(byte[] data, int from, int length, @Nullable DependencyStructure known) {
        clear();
        if (length < MANDATORY) {
            return;
        }
        present = true;
        endsFrame = (data[from] & 0x40) != 0;
        frameNumber = ByteAccess.u16(data, from + 1);
        activeTargets = UNCHANGED;
        reader.begin(data, from + MANDATORY, length - MANDATORY);
        boolean extended = length > MANDATORY;
        boolean withStructure = extended && reader.flag();
        boolean withActive = extended && reader.flag();
        boolean withIndications = extended && reader.flag();
        boolean withDifferences = extended && reader.flag();
        reader.bits(extended ? 1 : 0); // own chains are the last that comes, and not needed
        attached = withStructure ? readStructure(known) : null;
        DependencyStructure used = withStructure ? attached : known;
        int template = used == null ? -1 : used.template(data[from] & 0x3F);
        if (used == null || template < 0) {
            return;
        }
        if (withActive) {
            activeTargets = reader.bits(used.targets());
        } else if (withStructure) {
            activeTargets = -1 >>> Integer.SIZE - used.targets();
        }
        spatialLayer = used.spatialLayerOf(template);
        indications = withIndications ? readIndications(used.targets()) : used.indicationsOf(template);
        if (withDifferences) {
            readDifferences();
        } else {
            differences = used.differencesOf(template);
            differenceCount = differences.length;
        }
        structure = reader.isBeyondEnd() ? null : used;
    }

    /** A structure that is repeated unchanged is kept. */
    private @Nullable DependencyStructure readStructure(@Nullable DependencyStructure known) {
        DependencyStructure read = DependencyStructure.read(reader);
        return read != null && read.equals(known) ? known : read;
    }

    private long readIndications(int targets) {
        long read = 0;
        for (int target = 0; target < targets; target++) {
            read |= (long) reader.bits(2) << 2 * target;
        }
        return read;
    }

    private void readDifferences() {
        differences = ownDifferences;
        differenceCount = 0;
        for (int size = reader.bits(2); size != 0; size = reader.bits(2)) {
            int difference = reader.bits(4 * size) + 1;
            if (differenceCount < MOST_DIFFERENCES) {
                ownDifferences[differenceCount++] = difference;
            }
        }
    }

    /** Writes another frame number over that of the descriptor at {@code from}. */
    public static void renumber(byte[] data, int from, int newFrameNumber) {
        ByteAccess.put16(data, from + 1, newFrameNumber);
    }

    /** Whether the packet has one; then it tells the frame's number and end. */
    public boolean isPresent() {
        return present;
    }

    /** Whether this is the last packet of its frame, which is one spatial layer of a picture. */
    public boolean endsFrame() {
        return endsFrame;
    }

    /** 16 bits, in the order of encoding. */
    public int frameNumber() {
        return frameNumber;
    }

    /** The structure that comes with this packet: with key frames. */
    public @Nullable DependencyStructure attached() {
        return attached;
    }

    /** The structure that the frame belongs to; null when that is not known, and with it all that follows here. */
    public @Nullable DependencyStructure structure() {
        return structure;
    }

    /** One bit for each decode target that goes on, the first in the lowest, or {@link #UNCHANGED}. */
    public int activeTargets() {
        return activeTargets;
    }

    public int spatialLayer() {
        return spatialLayer;
    }

    /** What the frame is for a decode target: {@link DependencyStructure#NOT_PRESENT}, 1 when it can be left out, {@link DependencyStructure#SWITCH}, 3 when it is required. */
    public int indication(int target) {
        return (int) (indications >>> 2 * target) & 3;
    }

    /** How many frames it depends on; 0 of a key frame. */
    public int differences() {
        return differenceCount;
    }

    /** How many frames before this one that is which it depends on, from 1. */
    public int difference(int index) {
        return differences[index];
    }
}

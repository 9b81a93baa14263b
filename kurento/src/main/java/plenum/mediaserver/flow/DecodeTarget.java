package plenum.mediaserver.flow;

import org.jspecify.annotations.Nullable;
import plenum.mediaserver.rtp.DependencyDescriptor;
import plenum.mediaserver.rtp.DependencyStructure;

/**
 * Drops those packets of a scalable stream that the layers sent to one viewer do not need (AV1 RTP payload format 1.0, appendix A). It
 * switches to another decode target at a frame that the viewer can decode and from which all later frames can be decoded, or at once if the
 * target's frames are among those that the viewer already has. All packets of a frame are treated alike.
 */
final class DecodeTarget {
    private static final int NONE = -1;
    private static final int REMEMBERED = Long.SIZE;
    private static final int FRAME_MASK = 0xFFFF;

    private @Nullable DependencyStructure structure;
    private int followed = NONE;
    private int lastFrame;
    private boolean lastPassed;
    private boolean any;
    private boolean waits;

    /** Bits of the last frames that were forwarded; the lowest bit is the newest. */
    private long passed;

    private int passedTimestamp;

    /** A run begins with a key frame: nothing of what was before counts. */
    void begin() {
        structure = null;
        followed = NONE;
        any = false;
        waits = false;
        passed = 0;
    }

    /** Whether a packet, the newest of the stream, is sent on to a viewer who should see these layers. */
    boolean passes(DependencyDescriptor frame, int timestamp, int spatialLayer, int temporalLayer) {
        DependencyStructure frames = frame.structure();
        if (frames == null) {
            return true; // the packet that explains it is missing, and will be sent again
        }
        if (any && frame.frameNumber() == lastFrame) {
            return lastPassed;
        }
        if (frames != structure) {
            structure = frames;
            followed = NONE;
        }
        aim(frames, frame, timestamp, spatialLayer, temporalLayer);
        lastPassed = followed != NONE && frame.indication(followed) != DependencyStructure.NOT_PRESENT;
        remember(frame.frameNumber(), timestamp);
        return lastPassed;
    }

    private void aim(DependencyStructure frames, DependencyDescriptor frame, int timestamp, int spatial, int temporal) {
        int wanted = frames.target(spatial, temporal);
        if (wanted != followed && mayFollow(wanted, frames, frame, timestamp)) {
            followed = wanted;
        }
        if (wanted != followed && followed != NONE) { // fewer frames of the old picture meanwhile
            int fewer = frames.target(frames.spatialLayer(followed), temporal);
            followed = frames.contains(followed, fewer) ? fewer : followed;
        }
        waits = followed == NONE || frames.spatialLayer(followed) != frames.spatialLayer(wanted);
    }

    private boolean mayFollow(int wanted, DependencyStructure frames, DependencyDescriptor frame, int timestamp) {
        boolean sameSize = followed != NONE && frames.spatialLayer(followed) == frames.spatialLayer(wanted);
        boolean begun = any && passed != 0 && timestamp == passedTimestamp;
        if (begun && !sameSize) {
            return false; // the end of this picture is settled
        }
        return followed != NONE && frames.contains(followed, wanted)
                || frame.indication(wanted) == DependencyStructure.SWITCH && canBeDecoded(frame);
    }

    private boolean canBeDecoded(DependencyDescriptor frame) {
        int sinceNewest = any ? frame.frameNumber() - lastFrame & FRAME_MASK : 0;
        for (int i = 0; i < frame.differences(); i++) {
            int age = frame.difference(i) - sinceNewest; // 0 is the newest frame so far
            if (!any || age < 0 || age >= REMEMBERED || (passed >>> age & 1) == 0) {
                return false;
            }
        }
        return true;
    }

    private void remember(int frame, int timestamp) {
        int ahead = any ? frame - lastFrame & FRAME_MASK : REMEMBERED;
        passed = ahead >= REMEMBERED ? 0 : passed << ahead;
        if (lastPassed) {
            passed |= 1;
            passedTimestamp = timestamp;
        }
        lastFrame = frame;
        any = true;
    }

    /** Whether a key frame is needed before the wanted size can be sent. */
    boolean waits() {
        return waits;
    }

    /** The spatial layer that is being sent. */
    int spatialLayer() {
        return structure == null || followed == NONE ? 0 : structure.spatialLayer(followed);
    }

    /** Whether a packet ends its picture for this viewer: the layers above are left out. */
    boolean endsPicture(DependencyDescriptor frame) {
        return frame.endsFrame()
                && frame.structure() == structure
                && followed != NONE
                && frame.spatialLayer() == spatialLayer();
    }
}

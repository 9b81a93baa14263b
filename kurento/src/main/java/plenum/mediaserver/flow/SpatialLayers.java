package plenum.mediaserver.flow;

import org.jspecify.annotations.Nullable;
import plenum.mediaserver.rtp.DependencyDescriptor;
import plenum.mediaserver.rtp.DependencyStructure;
import plenum.mediaserver.rtp.RtpPacket;

/**
 * The spatial layers within one stream, distinguished by its dependency descriptors, and the bit rate of each with all that it depends on.
 * A stream without descriptors has one.
 */
final class SpatialLayers {
    private final RateMeter[] rates = new RateMeter[DependencyStructure.MOST_SPATIAL_LAYERS];
    private int extensionId;
    private @Nullable DependencyStructure structure;
    private long structureSequence;
    private int active;
    private int pixels;

    SpatialLayers() {
        for (int i = 0; i < rates.length; i++) {
            rates[i] = new RateMeter();
        }
    }

    /** @param id of the header extension, 0 when the publisher has not agreed to it */
    void describedBy(int id) {
        extensionId = id;
    }

    void clear() {
        structure = null;
        pixels = 0;
        for (RateMeter rate : rates) {
            rate.clear();
        }
    }

    /** Reads the descriptor of a packet; what a key frame says counts for what follows it. */
    void describe(RtpPacket packet, long sequence, DependencyDescriptor descriptor) {
        int element = packet.findExtension(extensionId);
        if (element < 0) {
            descriptor.clear();
            return;
        }
        descriptor.read(packet.data(), packet.extensionOffset(element), packet.extensionLength(element), structure);
        DependencyStructure attached = descriptor.attached();
        if (attached != null && (structure == null || sequence > structureSequence)) {
            structure = attached;
            structureSequence = sequence;
        }
        if (descriptor.structure() != null
                && descriptor.structure() == structure
                && descriptor.activeTargets() != DependencyDescriptor.UNCHANGED) {
            active = descriptor.activeTargets();
        }
    }

    /** Counts a packet for each of the layers that need it. */
    void count(int bytes, int temporalLayer, DependencyDescriptor descriptor, long nowNanos) {
        DependencyStructure frames = descriptor.structure();
        if (frames == null) {
            rates[0].add(bytes, temporalLayer, nowNanos);
            return;
        }
        for (int spatial = 0; spatial < frames.spatialLayers(); spatial++) {
            int temporal = 0;
            while (temporal < RateMeter.TEMPORAL_LAYERS
                    && descriptor.indication(frames.target(spatial, temporal)) == DependencyStructure.NOT_PRESENT) {
                temporal++;
            }
            if (temporal < RateMeter.TEMPORAL_LAYERS) {
                rates[spatial].add(bytes, temporal, nowNanos);
            }
        }
    }

    /** Of a key frame whose payload tells it. */
    void size(int width, int height) {
        pixels = width * height;
    }

    int count() {
        return structure == null ? 1 : structure.spatialLayers();
    }

    /** Whether the publisher goes on with a layer. */
    boolean isActive(int spatialLayer) {
        return structure == null || (active >>> structure.target(spatialLayer, 0) & 1) != 0;
    }

    /** The highest layer that the publisher goes on with, of those up to this one; the lowest when there is none. */
    int activeUpTo(int spatialLayer) {
        int highest = Math.min(spatialLayer, count() - 1);
        while (highest > 0 && !isActive(highest)) {
            highest--;
        }
        return highest;
    }

    /** Of a picture; 0 when that is not told. */
    int pixels(int spatialLayer) {
        return structure == null ? pixels : structure.pixels(spatialLayer);
    }

    /** With all that the layer needs, and the temporal layers up to this one. */
    long bitsPerSecond(int spatialLayer, int temporalLayer, long nowNanos) {
        return rates[spatialLayer].bitsPerSecond(temporalLayer, nowNanos);
    }
}

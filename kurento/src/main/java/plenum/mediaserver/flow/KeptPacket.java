package plenum.mediaserver.flow;

import plenum.mediaserver.rtp.DependencyDescriptor;
import plenum.mediaserver.rtp.RtpPacket;
import plenum.mediaserver.rtp.Vp8Descriptor;

/** A packet in its layer's ring, with its metadata. The object is reused: it is valid during the call only. */
public final class KeptPacket {
    private final Layer layer;
    final RtpPacket packet = new RtpPacket();
    final Vp8Descriptor descriptor = new Vp8Descriptor();
    final DependencyDescriptor dependencies = new DependencyDescriptor();
    long sequence;
    boolean startsKeyFrame;
    /** Whether a packet with a higher sequence number arrived before: this one was retransmitted or reordered. */
    boolean late;

    KeptPacket(Layer layer) {
        this.layer = layer;
    }

    /** The layer that the packet belongs to. */
    public Layer layer() {
        return layer;
    }

    /** A view of the layer's own copy. */
    public RtpPacket packet() {
        return packet;
    }

    /** The extended sequence number. */
    public long sequence() {
        return sequence;
    }

    /** Whether decoding can begin here. */
    public boolean startsKeyFrame() {
        return startsKeyFrame;
    }

    /** Whether packets that were sent after it arrived before it. */
    public boolean isLate() {
        return late;
    }

    /** Of VP8's payload; empty for any other codec. */
    Vp8Descriptor descriptor() {
        return descriptor;
    }

    /** There is none in VP8, whose payload says the same. */
    DependencyDescriptor dependencies() {
        return dependencies;
    }
}

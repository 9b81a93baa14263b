package plenum.mediaserver.flow;

import plenum.mediaserver.rtp.RtpPacket;

/** Which frames of a layer one viewer is sent, and how the numbers that its packets carry inside go on over what is left out and over other sources. */
interface FrameChoice {
    /** A run begins with this key frame, the packet that the layer is handing on. */
    void begin(Layer layer, LayerSubscription subscription);

    /** Whether the packet that the layer is handing on, the newest of the run, is sent. */
    boolean passes(Layer layer, RtpPacket packet, LayerSubscription subscription);

    /** The numbers of the packet that the layer is handing on, packed in one, for {@link #renumber} now and whenever it is repeated. */
    int numbers(Layer layer, Rewriter rewriter, long sequence);

    /** Writes numbers into the packet that has just been built. */
    void renumber(PacketBuilder builder, int numbers);
}

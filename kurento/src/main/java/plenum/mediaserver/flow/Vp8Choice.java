package plenum.mediaserver.flow;

import plenum.mediaserver.rtp.RtpPacket;
import plenum.mediaserver.rtp.Vp8Descriptor;

/** Chooses among the temporal layers of VP8, by its payload descriptors. */
final class Vp8Choice implements FrameChoice {
    private final TemporalFilter filter = new TemporalFilter();
    private final PictureNumbers pictures;

    /** @param seed a random number to begin with */
    Vp8Choice(int seed) {
        pictures = new PictureNumbers(seed);
    }

    @Override
    public void begin(Layer layer, LayerSubscription subscription) {
        filter.begin(subscription.temporalLayer());
        pictures.begin(layer.descriptor());
    }

    @Override
    public boolean passes(Layer layer, RtpPacket packet, LayerSubscription subscription) {
        Vp8Descriptor descriptor = layer.descriptor();
        return filter.passes(
                descriptor.temporalLayer(),
                descriptor.synchronises(),
                packet.timestamp(),
                subscription.temporalLayer());
    }

    @Override
    public int numbers(Layer layer, Rewriter rewriter, long sequence) {
        int picture = pictures.picture(layer.descriptor(), rewriter.framesSkipped(sequence));
        int index = pictures.index(layer.descriptor());
        if (rewriter.isNewest(sequence)) {
            pictures.sent(picture, index);
        }
        return picture << Short.SIZE | index & 0xFFFF;
    }

    @Override
    public void renumber(PacketBuilder builder, int numbers) {
        builder.renumber(numbers >> Short.SIZE, (short) numbers);
    }
}

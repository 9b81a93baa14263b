package plenum.mediaserver.flow;

import plenum.mediaserver.rtp.Vp8Descriptor;

/** Selects temporal layers of VP8 by its payload descriptors. */
final class Vp8Choice implements FrameChoice {
    private final TemporalFilter filter = new TemporalFilter();
    private final PictureNumbers pictures;

    /** @param seed a random number to begin with */
    Vp8Choice(int seed) {
        pictures = new PictureNumbers(seed);
    }

    @Override
    public void begin(KeptPacket packet, Subscription subscription) {
        filter.begin(subscription.temporalLayer());
        pictures.begin(packet.descriptor());
    }

    @Override
    public boolean passes(KeptPacket packet, Subscription subscription) {
        Vp8Descriptor descriptor = packet.descriptor();
        return filter.passes(
                descriptor.temporalLayer(),
                descriptor.synchronises(),
                packet.packet().timestamp(),
                subscription.temporalLayer());
    }

    @Override
    public int numbers(KeptPacket packet, Rewriter rewriter) {
        int picture = pictures.picture(packet.descriptor(), rewriter.framesSkipped(packet.sequence()));
        int index = pictures.index(packet.descriptor());
        if (rewriter.isNewest(packet.sequence())) {
            pictures.sent(picture, index);
        }
        return picture << Short.SIZE | index & 0xFFFF;
    }

    @Override
    public void renumber(PacketBuilder builder, int numbers) {
        builder.renumber(numbers >> Short.SIZE, (short) numbers);
    }
}

package plenum.mediaserver.flow;

import plenum.mediaserver.rtp.DependencyDescriptor;
import plenum.mediaserver.sdp.AgreedMedia;
import plenum.mediaserver.sdp.Codec;
import plenum.mediaserver.sdp.HeaderExtension;

/** Selects spatial and temporal layers by dependency descriptors. Streams without descriptors, such as audio, pass unchanged. */
final class ScalableChoice implements FrameChoice {
    private static final int NOTHING = 0;

    private final boolean described;
    private final DecodeTarget target = new DecodeTarget();
    private final FrameNumbers frames;

    /** @param seed a random number to begin with */
    ScalableChoice(AgreedMedia agreed, int seed) {
        described = agreed.extensionId(HeaderExtension.DEPENDENCY_DESCRIPTOR) != 0;
        frames = new FrameNumbers(seed);
    }

    @Override
    public void begin(KeptPacket packet, Subscription subscription) {
        target.begin();
        if (packet.dependencies().isPresent()) {
            frames.begin(packet.dependencies());
        }
    }

    @Override
    public boolean passes(KeptPacket packet, Subscription subscription) {
        DependencyDescriptor frame = packet.dependencies();
        if (!frame.isPresent()) {
            return true;
        }
        Layer layer = packet.layer();
        int wanted = tellsFramesApart(layer) ? subscription.spatialLayer() : 0;
        int spatial = layer.spatialLayers().activeUpTo(wanted);
        boolean passes = target.passes(frame, packet.packet().timestamp(), spatial, subscription.temporalLayer());
        subscription.shows(target.spatialLayer());
        if (target.waits()) {
            layer.requestKeyFrame();
        }
        return passes;
    }

    /** Whether the viewer knows where in a picture the frame of each spatial layer begins: VP9 says it in its payload as well. */
    private boolean tellsFramesApart(Layer layer) {
        Codec codec = layer.codec();
        return described || codec != null && codec.name().equalsIgnoreCase("VP9");
    }

    @Override
    public int numbers(KeptPacket packet, Rewriter rewriter) {
        DependencyDescriptor frame = packet.dependencies();
        if (!frame.isPresent()) {
            return NOTHING;
        }
        int number = frames.frame(frame);
        if (rewriter.isNewest(packet.sequence())) {
            frames.sent(number);
        }
        return number << 1 | (target.endsPicture(frame) ? 1 : 0);
    }

    @Override
    public void renumber(PacketBuilder builder, int numbers) {
        builder.renumberFrame(numbers >> 1, (numbers & 1) != 0);
    }
}

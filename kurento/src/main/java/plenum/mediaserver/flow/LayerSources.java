package plenum.mediaserver.flow;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plenum.mediaserver.rtp.RtpPacket;
import plenum.mediaserver.sdp.AgreedMedia;
import plenum.mediaserver.sdp.HeaderExtension;

/**
 * Learns which SSRCs carry which layer, and which its retransmissions, from the stream ids in the header extensions of first packets (RFC
 * 8852). At most a few SSRCs are remembered; the oldest is replaced.
 */
final class LayerSources {
    private static final int CAPACITY = 16;

    private final List<Layer> layers;
    private final byte[][] names;
    private final int nameId;
    private final int repairedNameId;
    private final int[] ssrcs = new int[CAPACITY];
    private final @Nullable Layer[] known = new @Nullable Layer[CAPACITY];
    private int learnt;

    private LayerSources(List<Layer> layers, List<String> names, int nameId, int repairedNameId) {
        this.layers = layers;
        this.names = names.stream()
                .map(name -> name.getBytes(StandardCharsets.US_ASCII))
                .toArray(byte[][]::new);
        this.nameId = nameId;
        this.repairedNameId = repairedNameId;
    }

    /** All packets belong to one layer, whatever their source. */
    static LayerSources single(Layer layer) {
        return new LayerSources(List.of(layer), List.of(), 0, 0);
    }

    /** One layer for each stream id of the section, in its order. */
    static LayerSources simulcast(List<Layer> layers, AgreedMedia media) {
        return new LayerSources(
                layers,
                media.simulcast(),
                media.extensionId(HeaderExtension.RID),
                media.extensionId(HeaderExtension.REPAIRED_RID));
    }

    /** The layer of a packet, or null for a source that has not said its name. */
    @Nullable
    Layer find(RtpPacket packet, boolean retransmission) {
        if (names.length == 0) {
            return layers.getFirst();
        }
        int ssrc = packet.ssrc();
        for (int i = 0; i < Math.min(learnt, CAPACITY); i++) {
            if (ssrcs[i] == ssrc) {
                return known[i];
            }
        }
        Layer layer = named(packet, retransmission ? repairedNameId : nameId);
        if (layer != null) {
            ssrcs[learnt % CAPACITY] = ssrc;
            known[learnt % CAPACITY] = layer;
            learnt = learnt + 1 == 2 * CAPACITY ? CAPACITY : learnt + 1;
        }
        return layer;
    }

    private @Nullable Layer named(RtpPacket packet, int extensionId) {
        int element = packet.findExtension(extensionId);
        if (element < 0) {
            return null;
        }
        int from = packet.extensionOffset(element);
        int to = from + packet.extensionLength(element);
        for (int i = 0; i < names.length; i++) {
            if (Arrays.equals(packet.data(), from, to, names[i], 0, names[i].length)) {
                return layers.get(i);
            }
        }
        return null;
    }
}

package plenum.mediaserver.element;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plenum.mediaserver.flow.MediaKind;
import plenum.mediaserver.flow.PacketSource;

/** An element in the graph: either it has a source of its own, or it forwards the source that it is connected to. */
interface MediaNode {
    String id();

    /** The source that the element brings into the pipeline; null when it has none of that kind. */
    @Nullable
    PacketSource source(MediaKind kind);

    /** Whether its output is some element's input, unchanged. It is no hop: packets never see it. */
    boolean forwards();

    /** Of an element that forwards: the one whose input comes out of it; null for none. */
    default @Nullable MediaNode inlet() {
        return this;
    }

    /** The elements out of which this one's input comes unchanged. */
    default Collection<? extends MediaNode> outlets() {
        return forwards() ? List.of(this) : List.of();
    }

    /** Its input of that kind now comes from {@code origin}, through however many forwarders; null for from nowhere. */
    void inputChanged(MediaKind kind, @Nullable MediaNode origin);
}

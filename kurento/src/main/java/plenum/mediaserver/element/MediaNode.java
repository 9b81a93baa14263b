package plenum.mediaserver.element;

import org.jspecify.annotations.Nullable;
import plenum.mediaserver.flow.MediaKind;
import plenum.mediaserver.flow.PacketSource;

/** An element as the graph sees it: it has a source of its own, or hands on what it is connected to. */
interface MediaNode {
    String id();

    /** What it brings into the pipeline; null when it brings nothing of that kind. */
    @Nullable
    PacketSource source(MediaKind kind);

    /** Whether it hands its input to its output unchanged. It is no hop: packets never see it. */
    boolean forwards();

    /** Its input of that kind now comes from {@code origin}, through however many forwarders; null for from nowhere. */
    void inputChanged(MediaKind kind, @Nullable MediaNode origin);
}

package plenum.mediaserver.element;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plenum.mediaserver.flow.MediaKind;
import plenum.mediaserver.object.ObjectContext;
import plenum.mediaserver.object.RemoteClass;

/** A port of a hub, which elements connect to. */
final class HubPort extends MediaElement {
    static final RemoteClass HUB_PORT =
            MediaElementInterface.MEDIA_ELEMENT.extended("HubPort", "core", HubPort.class, Set.of(), operations -> {});

    private final Hub hub;

    HubPort(ObjectContext context, Hub hub) {
        super(context, HUB_PORT, hub, hub.pipeline());
        this.hub = hub;
        hub.joined(this);
    }

    @Override
    public boolean forwards() {
        return true;
    }

    @Override
    public @Nullable MediaNode inlet() {
        return hub.sourceOf(this);
    }

    @Override
    public List<HubPort> outlets() {
        return hub.ports().stream().filter(port -> hub.sourceOf(port) == this).toList();
    }

    @Override
    public void inputChanged(MediaKind kind, @Nullable MediaNode origin) {
        flowIn(kind, origin instanceof MediaElement element && element.isFlowingOut(MediaType.of(kind)));
        outlets().forEach(outlet -> outlet.flowOut(kind, isFlowingIn(MediaType.of(kind))));
    }

    /** Something else may come out of it now. */
    void rerouted() {
        HubPort source = hub.sourceOf(this);
        for (MediaKind kind : MediaKind.values()) {
            flowOut(kind, source != null && source.isFlowingIn(MediaType.of(kind)));
            graph().refreshBelow(this, kind);
        }
    }

    @Override
    protected void close() {
        super.close();
        hub.left(this);
    }
}

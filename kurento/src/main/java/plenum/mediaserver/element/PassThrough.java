package plenum.mediaserver.element;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import plenum.mediaserver.flow.MediaKind;
import plenum.mediaserver.object.ObjectContext;
import plenum.mediaserver.object.RemoteClass;

/** Forwards its input. No packet passes through it: the graph resolves it. */
final class PassThrough extends MediaElement {
    static final RemoteClass PASS_THROUGH = MediaElementInterface.MEDIA_ELEMENT.extended(
            "PassThrough", "core", PassThrough.class, Set.of(), operations -> {});

    PassThrough(ObjectContext context, MediaPipeline pipeline) {
        super(context, PASS_THROUGH, pipeline);
    }

    @Override
    public boolean forwards() {
        return true;
    }

    @Override
    public void inputChanged(MediaKind kind, @Nullable MediaNode origin) {
        boolean flowing = origin instanceof MediaElement element && element.isFlowingOut(MediaType.of(kind));
        flowIn(kind, flowing);
        flowOut(kind, flowing);
    }
}

package plenum.media.kurento;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kurento.client.KurentoClient;
import org.kurento.client.MediaPipeline;
import org.kurento.client.Tag;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Releases the pipelines that an earlier run of this server left on a media server. A pipeline is released when two sweeps in a row have
 * found no room for it, so that one that is just being opened stays.
 */
final class Sweep {
    private static final Logger log = LoggerFactory.getLogger(Sweep.class);

    private final String node;
    private final Set<String> suspects = new HashSet<>();

    Sweep(String node) {
        this.node = node;
    }

    synchronized void clear(KurentoServer server) {
        if (!server.isUp()) {
            return;
        }
        try {
            KurentoClient client = server.client();
            for (MediaPipeline pipeline : client.getServerManager().getPipelines()) {
                boolean owned = server.rooms().stream().anyMatch(room -> room.isOf(pipeline.getId()));
                if (owned || !isOurs(pipeline)) {
                    suspects.remove(pipeline.getId());
                } else if (!suspects.add(pipeline.getId())) {
                    suspects.remove(pipeline.getId());
                    pipeline.release();
                    log.info("released a media room that an earlier life of this server left behind");
                }
            }
        } catch (RuntimeException e) {
            log.debug("media server {} could not be swept", server.address(), e);
        }
    }

    private boolean isOurs(MediaPipeline pipeline) {
        List<Tag> tags = pipeline.getTags();
        return tags.stream()
                .anyMatch(tag -> tag.getKey().equals(KurentoRoom.NODE_TAG)
                        && tag.getValue().equals(node));
    }
}

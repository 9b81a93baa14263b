package plenum.admin;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import plenum.media.MediaFleet;

/** The media servers, and how much each has to do. */
@Named
@ViewScoped
@NullUnmarked
public class MediaPage extends ConsolePage {
    private static final long serialVersionUID = 1L;

    @Inject
    transient MediaFleet fleet;

    private String url = "";

    public void add() {
        if (perform("media-add", Map.of("url", given(url)))) {
            url = "";
        }
    }

    /** @param action one that needs a media server and nothing else */
    public void act(String action, MediaFleet.Server server) {
        perform(action, Map.of("url", server.url().toString()));
    }

    public List<MediaFleet.Server> getServers() {
        return fleet.servers();
    }

    public String getUrl() {
        return url;
    }

    public void setUrl(String url) {
        this.url = url;
    }
}

package plenum.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plenum.media.Publication;
import plenum.protocol.MediaSource;

/** What is published in a conference, for those who take media and are no viewers. Belongs to the conference's mailbox. */
public final class Feeds {
    private final List<Listener> listeners = new ArrayList<>();
    private List<Feed> feeds = List.of();
    private Optional<String> dominant = Optional.empty();

    /**
     * A publication that media may come from.
     *
     * @param participant id of whoever publishes it
     */
    public record Feed(String participant, MediaSource source, Publication publication) {}

    /** News of feeds. */
    public interface Listener {
        void began(Feed feed);

        void ended(Feed feed);

        /** Who speaks most in the main room. */
        void dominant(Optional<String> participant);
    }

    Feeds() {}

    /** Those of now. */
    public List<Feed> now() {
        return feeds;
    }

    public Optional<String> dominant() {
        return dominant;
    }

    public void listen(Listener listener) {
        listeners.add(listener);
    }

    public void leave(Listener listener) {
        listeners.remove(listener);
    }

    void are(List<Feed> now, Optional<String> speaker) {
        List<Feed> before = feeds;
        feeds = List.copyOf(now);
        for (Listener listener : List.copyOf(listeners)) {
            before.stream().filter(feed -> !now.contains(feed)).forEach(listener::ended);
            now.stream().filter(feed -> !before.contains(feed)).forEach(listener::began);
            if (!speaker.equals(dominant)) {
                listener.dominant(speaker);
            }
        }
        dominant = speaker;
    }
}

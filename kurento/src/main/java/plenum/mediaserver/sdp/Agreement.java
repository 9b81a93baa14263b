package plenum.mediaserver.sdp;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an offer and its answer settle. Without a remote transport there is nothing to connect to, and no media. */
public record Agreement(List<AgreedMedia> media, @Nullable Remote remote, boolean localIsDtlsClient) {
    /** The other side's transport. */
    public record Remote(
            String ufrag,
            String password,
            String fingerprintAlgorithm,
            String fingerprint,
            boolean lite,
            List<String> candidates) {
        public Remote {
            candidates = List.copyOf(candidates);
        }
    }

    public Agreement {
        media = List.copyOf(media);
    }

    /** The section of a type; there is at most one. */
    public Optional<AgreedMedia> of(String type) {
        return media.stream().filter(section -> section.type().equals(type)).findFirst();
    }
}

package plenum.mediaserver.sdp;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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

    /**
     * Whether {@code next} is this session with ICE restarted (RFC 8839 section 4.4.1.1.1): other credentials, but the same certificate
     * and the same sections.
     */
    public boolean isRestartedBy(Agreement next) {
        Remote before = remote;
        Remote now = next.remote;
        return before != null
                && now != null
                && !before.ufrag.equals(now.ufrag)
                && !before.password.equals(now.password)
                && before.fingerprint.equalsIgnoreCase(now.fingerprint)
                && media.size() == next.media.size()
                && IntStream.range(0, media.size()).allMatch(i -> media.get(i).isSameSection(next.media.get(i)));
    }

    public Agreement {
        media = List.copyOf(media);
    }

    /** The section of a type; there is at most one. */
    public Optional<AgreedMedia> of(String type) {
        return media.stream().filter(section -> section.type().equals(type)).findFirst();
    }
}

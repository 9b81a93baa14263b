package plenum.mediaserver.sdp;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One {@code m=} section of a description. */
record MediaSection(String type, int port, String protocol, List<String> formats, Attributes attributes) {
    private static final Set<String> SECURE_PROFILES = Set.of("UDP/TLS/RTP/SAVPF", "RTP/SAVPF", "TCP/DTLS/RTP/SAVPF");

    MediaSection {
        formats = List.copyOf(formats);
    }

    /** The direction of the section's sender: send, receive, both or neither (RFC 8866 section 6.7). */
    Direction direction() {
        for (Direction direction : Direction.values()) {
            if (attributes.has(direction.name().toLowerCase(Locale.ROOT))) {
                return direction;
            }
        }
        return Direction.SENDRECV;
    }

    boolean isRejected() {
        return port == 0 && !attributes.has("bundle-only");
    }

    boolean isSecureRtp() {
        return SECURE_PROFILES.contains(protocol.toUpperCase(Locale.ROOT));
    }

    @Nullable
    String mid() {
        return attributes.first("mid");
    }
}

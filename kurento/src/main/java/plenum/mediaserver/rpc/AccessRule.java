package plenum.mediaserver.rpc;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides who may connect. With a token, clients that show it. Without one, the server listens on loopback and programs on this machine may
 * connect, but not web pages in its browsers: requests from a foreign origin or with a foreign Host (DNS rebinding) are refused.
 */
final class AccessRule {
    private static final String BEARER = "Bearer ";
    private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Optional<byte[]> token;

    AccessRule(Optional<String> token) {
        this.token = token.map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @param authorization the header of this name
     * @param queryTokens the values of {@code token} in the URL, for clients that can only set the URL
     */
    boolean admits(
            @Nullable String authorization, List<String> queryTokens, @Nullable String host, @Nullable String origin) {
        if (token.isEmpty()) {
            return isLoopbackName(host) && isSameOrigin(host, origin);
        }
        return queryTokens.stream().anyMatch(this::isToken)
                || (authorization != null
                        && authorization.startsWith(BEARER)
                        && isToken(authorization.substring(BEARER.length()).trim()));
    }

    private boolean isToken(String given) {
        return MessageDigest.isEqual(token.orElseThrow(), given.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isLoopbackName(@Nullable String host) {
        return host == null || LOOPBACK_NAMES.contains(host.replaceFirst(":\\d+$", ""));
    }

    private static boolean isSameOrigin(@Nullable String host, @Nullable String origin) {
        if (origin == null) {
            return true;
        }
        try {
            return URI.create(origin).getRawAuthority() != null
                    && URI.create(origin).getRawAuthority().equals(host);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}

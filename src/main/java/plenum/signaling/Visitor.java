package plenum.signaling;

import java.security.Principal;
import java.util.Map;

/**
 * Who opened a socket, as far as the handshake tells; travels to the endpoint as the session's principal.
 *
 * @param address network address, for throttling
 * @param site where they reach this server, such as {@code https://meet.example.org}
 * @param creatorTokens by the letters of the meeting; from cookies
 */
record Visitor(String address, String site, Map<String, String> creatorTokens) implements Principal {
    @Override
    public String getName() {
        return "guest";
    }

    /** Neither addresses nor tokens belong in a log. */
    @Override
    public String toString() {
        return getName();
    }
}

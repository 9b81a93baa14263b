package plenum.signaling;

import java.security.Principal;
import java.util.Map;
import plenum.socket.SocketTicket;

/**
 * Who opened a socket, as far as the handshake tells; travels to the endpoint as the session's principal.
 *
 * @param address network address, for throttling; for IPv6 the network of 64 bits, which one household has for itself
 * @param site where they reach this server, such as {@code https://meet.example.org}
 * @param browser what the browser keeps to be known again; empty when it keeps nothing
 * @param creatorTokens that of the meeting they ask for, by its letters; from a cookie
 * @param ticket the socket's place among all
 */
record Visitor(String address, String site, String browser, Map<String, String> creatorTokens, SocketTicket ticket)
        implements Principal {
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

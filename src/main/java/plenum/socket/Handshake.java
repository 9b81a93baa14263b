package plenum.socket;

import java.security.Principal;
import java.util.Map;
import java.util.Optional;

/** What the handshake tells of a socket; handed to the endpoint as the session's principal. */
public final class Handshake implements Principal {
    private final String address;
    private final String site;
    private final SocketTicket ticket;
    private volatile Map<String, String> cookies;

    /**
     * @param address network address; for IPv6 the network of 64 bits, which one household has for itself
     * @param site where they reach this server, such as {@code https://meet.example.org}, with the path that it is deployed at
     * @param cookies of ours
     * @param ticket the socket's place among all
     */
    public Handshake(String address, String site, Map<String, String> cookies, SocketTicket ticket) {
        this.address = address;
        this.site = site;
        this.cookies = cookies;
        this.ticket = ticket;
    }

    public String address() {
        return address;
    }

    public String site() {
        return site;
    }

    /** Of this name; there only while the socket is being opened, because a session keeps its principal as long as it lives. */
    public Optional<String> cookie(String name) {
        return Optional.ofNullable(cookies.get(name));
    }

    SocketTicket ticket() {
        return ticket;
    }

    /** The socket is open: what is needed of the cookies has been taken. */
    void forgetCookies() {
        cookies = Map.of();
    }

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

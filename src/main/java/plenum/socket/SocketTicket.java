package plenum.socket;

import java.time.Instant;

/**
 * One socket's place in the {@link SocketBudget}: taken before the handshake is answered, used by the endpoint, and released when the
 * connection has ended. Thread-safe.
 */
final class SocketTicket {
    private final Instant issuedAt;
    private final Reservation place;
    private final Reservation strangersPlace;
    private final Reservation incoming;
    private final Reservation outgoing;
    private boolean used;
    private boolean closed;

    SocketTicket(
            Instant issuedAt,
            Reservation place,
            Reservation strangersPlace,
            Reservation incoming,
            Reservation outgoing) {
        this.issuedAt = issuedAt;
        this.place = place;
        this.strangersPlace = strangersPlace;
        this.incoming = incoming;
        this.outgoing = outgoing;
    }

    /** The socket is open now. False when that took so long that the place has been given to another one. */
    synchronized boolean use() {
        used = true;
        return !closed;
    }

    /** The person behind the socket has been admitted: the limits for strangers no longer apply. */
    void admitted() {
        strangersPlace.close();
    }

    /** Memory for messages of which only a part has come. */
    Reservation incoming() {
        return incoming;
    }

    /** Memory for messages that the other end has not taken yet. */
    Reservation outgoing() {
        return outgoing;
    }

    /** The connection has ended. */
    synchronized void close() {
        closed = true;
        place.close();
        strangersPlace.close();
        incoming.close();
        outgoing.close();
    }

    synchronized boolean isPending() {
        return !used && !closed;
    }

    Instant issuedAt() {
        return issuedAt;
    }
}

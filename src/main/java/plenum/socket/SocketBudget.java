package plenum.socket;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Queue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.platform.Settings;

/**
 * Limits the number of open sockets and the memory of their messages, for the server and for each address. Sockets of people who have not
 * been admitted may use three tenths of all places, so that they cannot take the places of participants, and so that the headers that the
 * container keeps of their handshakes fit into the heap. Thread-safe.
 */
final class SocketBudget {
    /** From the request to the open socket; a place that is not used by then is lost. */
    static final Duration HANDSHAKE_WITHIN = Duration.ofSeconds(10);

    private static final Logger log = LoggerFactory.getLogger(SocketBudget.class);
    private static final Duration LOG_EVERY = Duration.ofMinutes(1);
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVICE_UNAVAILABLE = 503;
    private static final long MEGABYTE = 1 << 20;
    /** Tenths of all places. */
    private static final long STRANGERS = 3;

    private static final long TENTHS = 10;

    private final InstantSource clock;
    private final FairShare places;
    private final FairShare strangers;
    private final FairShare incoming;
    private final FairShare outgoing;
    private final Queue<SocketTicket> pending = new ArrayDeque<>();
    private Instant nextLog = Instant.MIN;

    /** The answer to a request for a socket. */
    sealed interface Answer {
        /** The endpoint uses the ticket and closes it. */
        record Granted(SocketTicket ticket) implements Answer {}

        /**
         * There is no place.
         *
         * @param status of HTTP: 429 (RFC 6585) when the address has too many sockets, 503 when the server has
         */
        record Refused(int status) implements Answer {}
    }

    SocketBudget(Settings.Sockets limits, InstantSource clock) {
        this.clock = clock;
        this.places = new FairShare(limits.most(), limits.fromOneAddress());
        this.strangers = new FairShare(limits.most() * STRANGERS / TENTHS, limits.fromOneAddress());
        long memory = limits.megabytes() * MEGABYTE / 2;
        this.incoming = new FairShare(memory, memory / 2);
        this.outgoing = new FairShare(memory, memory / 2);
    }

    /** Takes a place for a socket from an address, before the handshake is answered. */
    Answer open(String address) {
        releaseUnused();
        Reservation place = new Reservation(places, address);
        Reservation strangersPlace = new Reservation(strangers, address);
        if (!place.hold(1) || !strangersPlace.hold(1)) {
            place.close();
            boolean alone = places.holdsMuch(address) || strangers.holdsMuch(address);
            logRefusal(alone);
            return new Answer.Refused(alone ? TOO_MANY_REQUESTS : SERVICE_UNAVAILABLE);
        }
        SocketTicket ticket = new SocketTicket(
                clock.instant(),
                place,
                strangersPlace,
                new Reservation(incoming, address),
                new Reservation(outgoing, address));
        synchronized (pending) {
            pending.add(ticket);
        }
        return new Answer.Granted(ticket);
    }

    /** Open sockets, those included whose handshake goes on. */
    long used() {
        return places.used();
    }

    /** Memory of messages that have not come or gone whole, in bytes. */
    long memory() {
        return incoming.used() + outgoing.used();
    }

    /** A connection may break between the answer to the handshake and the socket, and nobody is told. */
    private void releaseUnused() {
        Instant due = clock.instant().minus(HANDSHAKE_WITHIN);
        synchronized (pending) {
            for (SocketTicket oldest = pending.peek();
                    oldest != null && !(oldest.isPending() && oldest.issuedAt().isAfter(due));
                    oldest = pending.peek()) {
                if (oldest.isPending()) {
                    oldest.close();
                }
                pending.remove();
            }
        }
    }

    /** No address: what is refused may be a school behind one router, or a proxy that we are not told of. */
    private synchronized void logRefusal(boolean alone) {
        Instant now = clock.instant();
        if (now.isBefore(nextLog)) {
            return;
        }
        nextLog = now.plus(LOG_EVERY);
        log.warn(
                alone
                        ? "sockets were refused: too many from one address (PLENUM_SOCKETS_PER_ADDRESS, PLENUM_BEHIND_PROXY)"
                        : "sockets were refused: too many are open (PLENUM_SOCKETS)");
    }
}

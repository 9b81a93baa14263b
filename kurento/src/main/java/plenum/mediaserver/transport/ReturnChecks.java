package plenum.mediaserver.transport;

import java.net.SocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import plenum.mediaserver.loop.EventLoop;

/**
 * Return checks: whether what is sent to an address arrives there. A binding request of ours has to be answered from the address with its
 * transaction id, which only a receiver of the request knows; a source address alone can be forged (RFC 9000 section 8.2 validates a path
 * in the same way).
 *
 * <p>Requests must not become a flood of their own: a silent address is sent {@value #ATTEMPTS} of them within half a second for each check that
 * arrives from it, not more than one such row at a time, and all addresses of a peer together {@value #BURST} at once and then
 * {@value #PER_SECOND} a second, of some hundred bytes each.
 */
final class ReturnChecks {
    static final int ATTEMPTS = 4;
    static final int BURST = 24;
    static final int PER_SECOND = 2;

    private static final Duration FIRST_GAP = Duration.ofMillis(50);
    private static final int PEER_REFLEXIVE_PRIORITY = 1_862_270_975; // RFC 8445 section 5.1.2.1
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final EventLoop loop;
    private final SecureRandom random;
    private final BiConsumer<byte[], SocketAddress> output;
    private final long tieBreaker;
    private final Map<SocketAddress, Row> rows = new HashMap<>();
    private long budgetNanos = BURST * SECOND / PER_SECOND;
    private long budgetAtNanos;

    /** @param output sends a STUN message to an address */
    ReturnChecks(EventLoop loop, SecureRandom random, BiConsumer<byte[], SocketAddress> output) {
        this.loop = loop;
        this.random = random;
        this.output = output;
        this.tieBreaker = random.nextLong();
        this.budgetAtNanos = loop.nanoTime();
    }

    /** Asks an address with these credentials, unless it is being asked. */
    void ask(SocketAddress address, IceCredentials ours, IceCredentials theirs) {
        Row row = rows.computeIfAbsent(address, Row::new);
        if (row.timer == null) {
            row.begin(ours, theirs);
        }
    }

    /** Whether this is the answer of an address that was asked; it is forgotten then. */
    boolean answered(StunMessage message, SocketAddress from) {
        Row row = rows.get(from);
        boolean answer = row != null
                && message.type() == StunMessage.BINDING_SUCCESS
                && Arrays.equals(message.transactionId(), row.transaction)
                && message.authenticatedBy(row.password);
        if (answer) {
            forget(from);
        }
        return answer;
    }

    void forget(SocketAddress address) {
        Row row = rows.remove(address);
        if (row != null && row.timer != null) {
            row.timer.cancel();
        }
    }

    void forgetAll() {
        rows.values().forEach(row -> {
            if (row.timer != null) {
                row.timer.cancel();
            }
        });
        rows.clear();
    }

    private boolean withinBudget() {
        long now = loop.nanoTime();
        budgetNanos = Math.min(BURST * SECOND / PER_SECOND, budgetNanos + now - budgetAtNanos);
        budgetAtNanos = now;
        if (budgetNanos < SECOND / PER_SECOND) {
            return false;
        }
        budgetNanos -= SECOND / PER_SECOND;
        return true;
    }

    /** The return check of one address. Its transaction id stays the same, so that a late response counts. */
    private final class Row {
        private final SocketAddress address;
        private final byte[] transaction = new byte[12];
        private byte[] request = new byte[0];
        private String password = "";
        private int attempts;
        private EventLoop.@Nullable Timer timer;

        Row(SocketAddress address) {
            this.address = address;
            random.nextBytes(transaction);
        }

        void begin(IceCredentials ours, IceCredentials theirs) {
            password = theirs.password();
            request = new StunWriter(StunMessage.BINDING_REQUEST, transaction)
                    .text(StunMessage.USERNAME, theirs.ufrag() + ":" + ours.ufrag())
                    .longNumber(StunMessage.ICE_CONTROLLED, tieBreaker)
                    .number(StunMessage.PRIORITY, PEER_REFLEXIVE_PRIORITY)
                    .sign(password);
            attempts = 0;
            attempt();
        }

        private void attempt() {
            if (attempts == ATTEMPTS) {
                timer = null;
                return;
            }
            timer = loop.schedule(FIRST_GAP.multipliedBy(1L << attempts), this::attempt);
            attempts++;
            if (withinBudget()) {
                output.accept(request, address);
            }
        }
    }
}

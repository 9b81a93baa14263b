package plenum.mediaserver.transport;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plenum.mediaserver.loop.EventLoop;

/**
 * The controlling side, for talking to an ICE-lite server: it checks every candidate that it is told and nominates at once, which is all
 * that a lite counterpart needs (RFC 8445 section 8.1.1 allows a controlling agent to choose as it likes).
 */
final class IceControllingAgent implements IceAgent {
    private static final Duration PACE = Duration.ofMillis(50);
    private static final Duration CONSENT_INTERVAL = Duration.ofSeconds(4);
    private static final int HOST_PRIORITY = 2_130_706_431;
    private static final int MAX_CANDIDATES = 64;

    private final EventLoop loop;
    private IceCredentials local;
    private final Listener listener;
    private final long tieBreaker;
    private final SecureRandom random;
    private final Set<SocketAddress> candidates = new LinkedHashSet<>();
    private @Nullable IceCredentials remote;
    private @Nullable SocketAddress selected;
    private EventLoop.@Nullable Timer timer;
    private long lastResponseNanos;
    private byte[] transaction = new byte[0];
    private boolean renominate;

    IceControllingAgent(EventLoop loop, IceCredentials local, SecureRandom random, Listener listener) {
        this.loop = loop;
        this.local = local;
        this.random = random;
        this.listener = listener;
        this.tieBreaker = random.nextLong();
    }

    @Override
    public IceCredentials local() {
        return local;
    }

    @Override
    public void restart(IceCredentials fresh) {
        String old = local.ufrag();
        local = fresh;
        listener.retired(old);
    }

    @Override
    public void remote(IceCredentials credentials) {
        boolean restarts = remote != null && !credentials.equals(remote);
        remote = credentials;
        if (restarts && timer != null) {
            timer.cancel();
            timer = null;
            lastResponseNanos = loop.nanoTime();
            renominate = true;
        }
        startChecks();
    }

    @Override
    public void remoteCandidates(List<InetSocketAddress> added) {
        for (InetSocketAddress candidate : added) {
            if (candidates.size() < MAX_CANDIDATES) {
                candidates.add(candidate);
            }
        }
        startChecks();
    }

    private void startChecks() {
        if (timer == null && remote != null && !candidates.isEmpty()) {
            lastResponseNanos = loop.nanoTime();
            check();
        }
    }

    private void check() {
        IceCredentials other = remote;
        if (other == null) {
            return;
        }
        if (loop.nanoTime() - lastResponseNanos >= IceLiteAgent.CONSENT_TIMEOUT.toNanos()) {
            close();
            listener.consentExpired();
            return;
        }
        if (selected != null && !renominate || transaction.length == 0) {
            transaction =
                    new byte[12]; // until a pair is found, each turn repeats one transaction, however long the way
            random.nextBytes(transaction);
        }
        byte[] request = new StunWriter(StunMessage.BINDING_REQUEST, transaction)
                .text(StunMessage.USERNAME, other.ufrag() + ":" + local.ufrag())
                .longNumber(StunMessage.ICE_CONTROLLING, tieBreaker)
                .number(StunMessage.PRIORITY, HOST_PRIORITY)
                .attribute(StunMessage.USE_CANDIDATE)
                .sign(other.password());
        SocketAddress target = renominate ? null : selected;
        if (target != null) {
            listener.send(request, target);
        } else {
            candidates.forEach(candidate -> listener.send(request, candidate));
        }
        timer = loop.schedule(target == null ? PACE : CONSENT_INTERVAL, this::check);
    }

    @Override
    public void onMessage(StunMessage message, SocketAddress from) {
        if (message.type() == StunMessage.BINDING_REQUEST) {
            answer(message, from);
            return;
        }
        IceCredentials other = remote;
        boolean ours =
                message.type() == StunMessage.BINDING_SUCCESS && Arrays.equals(message.transactionId(), transaction);
        if (other == null || !ours || !candidates.contains(from) || !message.authenticatedBy(other.password())) {
            return;
        }
        lastResponseNanos = loop.nanoTime();
        if (selected == null || renominate) {
            renominate = false;
            selected = from;
            listener.verified(from);
            listener.selected(from);
        }
    }

    /** The other side asks whether what it sends arrives here. */
    private void answer(StunMessage request, SocketAddress from) {
        if (candidates.contains(from) && request.authenticatedBy(local.password())) {
            byte[] success = new StunWriter(StunMessage.BINDING_SUCCESS, request.transactionId())
                    .xorMappedAddress((InetSocketAddress) from)
                    .sign(local.password());
            listener.send(success, from);
        }
    }

    @Override
    public boolean heard(SocketAddress from) {
        return verified(from);
    }

    @Override
    public boolean verified(SocketAddress address) {
        return address.equals(selected);
    }

    @Override
    public @Nullable SocketAddress selected() {
        return selected;
    }

    @Override
    public void lost(SocketAddress address) {
        candidates.remove(address);
        selected = address.equals(selected) ? null : selected;
    }

    @Override
    public void close() {
        if (timer != null) {
            timer.cancel();
        }
        selected = null;
    }
}

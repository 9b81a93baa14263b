package plenum.mediaserver.transport;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plenum.mediaserver.loop.EventLoop;

/**
 * The controlled side that never sends a check of its own (RFC 8445 section 2.5). It answers checks that carry its user name and
 * password, and sends where the last nomination came from, so that a browser may change its address as it likes.
 *
 * <p>Firefox nominates with each check, before it knows whether our answers get through, and with the repetitions of those that do not: where
 * data come from is the way that it uses in the end.
 *
 * <p>A full agent's consent checks (RFC 7675) arrive every few seconds on the pair in use; they are signed with our password, so each is
 * proof that the other side still wants what we send.
 */
final class IceLiteAgent implements IceAgent {
    static final Duration CONSENT_TIMEOUT = Duration.ofSeconds(30);

    private static final Duration CONSENT_CHECK = Duration.ofSeconds(5);
    private static final Duration SILENCE = Duration.ofMillis(200);
    private static final int MAX_ADDRESSES = 32;
    private static final int ROLE_CONFLICT = 487;

    private final EventLoop loop;
    private final Listener listener;
    private final Set<SocketAddress> verified = new LinkedHashSet<>();
    private IceCredentials local;
    private @Nullable IceCredentials remote;
    private @Nullable IceCredentials oldLocal;
    private @Nullable IceCredentials oldRemote;
    private @Nullable SocketAddress selected;
    private EventLoop.@Nullable Timer consentTimer;
    private long lastCheckNanos;
    private boolean astray;
    private long astraySinceNanos;

    IceLiteAgent(EventLoop loop, IceCredentials local, Listener listener) {
        this.loop = loop;
        this.local = local;
        this.listener = listener;
    }

    @Override
    public IceCredentials local() {
        return local;
    }

    @Override
    public void restart(IceCredentials fresh) {
        retireOld(); // of a restart before that has led nowhere, the newer credentials go
        oldLocal = local;
        oldRemote = remote;
        local = fresh;
        remote = null;
    }

    /** Who is told our description may check from now on, and is given up when no check comes for as long as consent lasts. */
    @Override
    public void remote(IceCredentials credentials) {
        remote = credentials;
        lastCheckNanos = loop.nanoTime();
        watchConsent();
    }

    private void retireOld() {
        IceCredentials old = oldLocal;
        oldLocal = null;
        oldRemote = null;
        if (old != null) {
            listener.retired(old.ufrag());
        }
    }

    @Override
    public void remoteCandidates(List<InetSocketAddress> candidates) {
        // An ICE-lite agent learns addresses from checks only (RFC 8445 section 7.3.1.3).
    }

    @Override
    public void onMessage(StunMessage message, SocketAddress from) {
        if (message.type() != StunMessage.BINDING_REQUEST) {
            return;
        }
        IceCredentials old = oldLocal;
        IceCredentials addressed = fits(message.username(), local, remote) ? local : old;
        if (addressed == null || addressed == old && !fits(message.username(), old, oldRemote)) {
            return;
        }
        if (!message.authenticatedBy(addressed.password())) {
            return; // not even an error: whoever guesses gets nothing, and nobody is sent unasked bytes
        }
        if (message.has(StunMessage.ICE_CONTROLLED)) {
            // RFC 8445 section 7.3.1.1: we cannot control, so the other side must.
            byte[] conflict = new StunWriter(StunMessage.BINDING_ERROR, message.transactionId())
                    .error(ROLE_CONFLICT, "Role Conflict")
                    .sign(addressed.password());
            listener.send(conflict, from);
            return;
        }
        accept(message, from, addressed);
    }

    private static boolean fits(@Nullable String username, IceCredentials ours, @Nullable IceCredentials theirs) {
        return username != null
                && username.startsWith(ours.ufrag() + ":")
                && (theirs == null
                        || username.substring(ours.ufrag().length() + 1).equals(theirs.ufrag()));
    }

    private void accept(StunMessage message, SocketAddress from, IceCredentials addressed) {
        if (!verified.contains(from)) {
            if (verified.size() >= MAX_ADDRESSES) {
                forgetEldest();
            }
            verified.add(from);
            listener.verified(from);
        }
        byte[] success = new StunWriter(StunMessage.BINDING_SUCCESS, message.transactionId())
                .xorMappedAddress(TcpLink.seen(from))
                .sign(addressed.password());
        listener.send(success, from);
        lastCheckNanos = loop.nanoTime();
        if (message.has(StunMessage.USE_CANDIDATE)) {
            nominated(from, addressed == local);
        }
        watchConsent();
    }

    /** The latest nomination counts; after a restart those with the old credentials count no more. */
    private void nominated(SocketAddress from, boolean withCurrentCredentials) {
        boolean restarted = withCurrentCredentials && oldLocal != null;
        if (restarted) {
            retireOld();
        }
        if (restarted || !from.equals(selected)) {
            select(from);
        }
    }

    private void select(SocketAddress address) {
        selected = address;
        astray = false;
        listener.selected(address);
    }

    /** Goes over to where data have come from for a while when none have from where we send. */
    @Override
    public boolean heard(SocketAddress from) {
        if (from.equals(selected)) {
            astray = false;
            return true;
        }
        if (!verified.contains(from)) {
            return false;
        }
        if (selected != null) {
            follow(from);
        }
        return true;
    }

    private void follow(SocketAddress from) {
        long now = loop.nanoTime();
        if (!astray) {
            astray = true;
            astraySinceNanos = now;
        } else if (now - astraySinceNanos >= SILENCE.toNanos()) {
            select(from);
        }
    }

    /** A peer that wanders through many networks keeps its place: the address that passed a check the longest ago goes. */
    private void forgetEldest() {
        Iterator<SocketAddress> eldest = verified.iterator();
        SocketAddress address = eldest.next();
        if (address.equals(selected)) {
            address = eldest.next();
        }
        eldest.remove();
        listener.forgotten(address);
    }

    private void watchConsent() {
        if (consentTimer == null) {
            consentTimer = loop.schedule(CONSENT_CHECK, this::checkConsent);
        }
    }

    private void checkConsent() {
        if (loop.nanoTime() - lastCheckNanos >= CONSENT_TIMEOUT.toNanos()) {
            selected = null;
            forgetAll();
            consentTimer = null;
            listener.consentExpired();
        } else {
            consentTimer = loop.schedule(CONSENT_CHECK, this::checkConsent);
        }
    }

    @Override
    public boolean verified(SocketAddress address) {
        return verified.contains(address);
    }

    @Override
    public @Nullable SocketAddress selected() {
        return selected;
    }

    private void forgetAll() {
        List<SocketAddress> all = List.copyOf(verified);
        verified.clear();
        all.forEach(listener::forgotten);
    }

    /** What is sent waits for the next nomination, from wherever it comes. */
    @Override
    public void lost(SocketAddress address) {
        verified.remove(address);
        if (address.equals(selected)) {
            selected = null;
        }
    }

    @Override
    public void close() {
        if (consentTimer != null) {
            consentTimer.cancel();
        }
        selected = null;
        forgetAll();
    }
}

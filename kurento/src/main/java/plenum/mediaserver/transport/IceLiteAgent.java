package plenum.mediaserver.transport;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plenum.mediaserver.loop.EventLoop;

/**
 * The controlled side that looks for no way of its own (RFC 8445 section 2.5). It answers checks that carry its user name and
 * password, and sends where the last nomination came from, so that a browser may change its address as it likes.
 *
 * <p>A check proves who sent it, not that its source address is the sender's. Nothing but answers and {@link ReturnChecks} is sent to an address
 * that has not proved that it receives; a TCP connection has proved it by being established.
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
    private final ReturnChecks returnChecks;
    private final Map<SocketAddress, Path> verified = new LinkedHashMap<>();
    private IceCredentials local;
    private @Nullable IceCredentials remote;
    private @Nullable IceCredentials oldLocal;
    private @Nullable IceCredentials oldRemote;
    private @Nullable SocketAddress selected;
    private EventLoop.@Nullable Timer consentTimer;
    private long lastCheckNanos;
    private boolean astray;
    private long astraySinceNanos;
    private long nominations;
    private long selectedNomination;

    /** An address that has passed a check. */
    private static final class Path {
        private final SocketAddress address;
        private IceCredentials checkedWith;
        private IceCredentials nominatedWith;
        private long nomination; // how many there had been with it, 0 without
        private boolean receives;

        Path(SocketAddress address, IceCredentials checkedWith) {
            this.address = address;
            this.checkedWith = checkedWith;
            this.nominatedWith = checkedWith;
            this.receives = address instanceof TcpLink;
        }
    }

    IceLiteAgent(EventLoop loop, IceCredentials local, SecureRandom random, Listener listener) {
        this.loop = loop;
        this.local = local;
        this.listener = listener;
        this.returnChecks = new ReturnChecks(loop, random, listener::send);
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

    /** Starts the agent: the browser may check from now on, and is given up if no check arrives within the consent time. */
    @Override
    public void remote(IceCredentials credentials) {
        remote = credentials;
        lastCheckNanos = loop.nanoTime();
        watchConsent();
        List.copyOf(verified.values()).forEach(this::askWhetherItReceives);
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
            Path path = verified.get(from);
            if (path != null && returnChecks.answered(message, from)) {
                proved(path);
            }
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
        Path path = pathOf(from, addressed);
        byte[] success = new StunWriter(StunMessage.BINDING_SUCCESS, message.transactionId())
                .xorMappedAddress(TcpLink.seen(from))
                .sign(addressed.password());
        listener.send(success, from);
        lastCheckNanos = loop.nanoTime();
        if (message.has(StunMessage.USE_CANDIDATE)) {
            path.nomination = ++nominations;
            path.nominatedWith = addressed;
            if (path.receives) {
                nominated(path);
            }
        }
        askWhetherItReceives(path);
        watchConsent();
    }

    private Path pathOf(SocketAddress from, IceCredentials addressed) {
        Path path = verified.get(from);
        if (path == null) {
            if (verified.size() >= MAX_ADDRESSES) {
                forgetEldest();
            }
            path = new Path(from, addressed);
            verified.put(from, path);
            listener.verified(from);
        }
        path.checkedWith = addressed;
        return path;
    }

    /** Where that is not known. Later, when the other side's credentials are not known yet. */
    private void askWhetherItReceives(Path path) {
        IceCredentials theirs = path.checkedWith == local ? remote : oldRemote;
        if (!path.receives && theirs != null) {
            returnChecks.ask(path.address, path.checkedWith, theirs);
        }
    }

    private void proved(Path path) {
        path.receives = true;
        if (path.nomination > selectedNomination) {
            nominated(path);
        }
    }

    /** Of the addresses that receive, the one nominated last counts; after a restart those with the old credentials count no more. */
    private void nominated(Path path) {
        boolean current = path.nominatedWith == local;
        if (!current && path.nominatedWith != oldLocal) {
            return;
        }
        boolean restarted = current && oldLocal != null;
        if (restarted) {
            retireOld();
        }
        selectedNomination = path.nomination;
        if (restarted || !path.address.equals(selected)) {
            select(path.address);
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
        Path path = verified.get(from);
        if (path == null) {
            return false;
        }
        if (selected != null) {
            follow(path);
        }
        return true;
    }

    private void follow(Path path) {
        long now = loop.nanoTime();
        if (!astray) {
            astray = true;
            astraySinceNanos = now;
        } else if (path.receives && now - astraySinceNanos >= SILENCE.toNanos()) {
            select(path.address);
            return;
        }
        askWhetherItReceives(path);
    }

    /** A peer that wanders through many networks keeps its place: the address that passed a check the longest ago goes. */
    private void forgetEldest() {
        Iterator<SocketAddress> eldest = verified.keySet().iterator();
        SocketAddress address = eldest.next();
        if (address.equals(selected)) {
            address = eldest.next();
        }
        eldest.remove();
        returnChecks.forget(address);
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
        return verified.containsKey(address);
    }

    @Override
    public @Nullable SocketAddress selected() {
        return selected;
    }

    private void forgetAll() {
        List<SocketAddress> all = List.copyOf(verified.keySet());
        verified.clear();
        returnChecks.forgetAll();
        all.forEach(listener::forgotten);
    }

    /** Forgets the selected address: packets wait for the next nomination, from any address. */
    @Override
    public void lost(SocketAddress address) {
        verified.remove(address);
        if (address.equals(selected)) {
            selected = null;
            selectedNomination = 0;
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

package plenum.mediaserver.transport;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plenum.mediaserver.loop.EventLoop;

/**
 * The controlled side that never sends a check of its own (RFC 8445 section 2.5). It answers checks that carry its user name and
 * password, and sends where the last nomination came from, so that a browser may change its address as it likes.
 *
 * <p>A full agent's consent checks (RFC 7675) arrive every few seconds on the pair in use; they are signed with our password, so each is
 * proof that the other side still wants what we send.
 */
final class IceLiteAgent implements IceAgent {
    static final Duration CONSENT_TIMEOUT = Duration.ofSeconds(30);

    private static final Duration CONSENT_CHECK = Duration.ofSeconds(5);
    private static final int MAX_ADDRESSES = 32;
    private static final int ROLE_CONFLICT = 487;

    private final EventLoop loop;
    private final IceCredentials local;
    private final Listener listener;
    private final Set<InetSocketAddress> verified = new LinkedHashSet<>();
    private @Nullable IceCredentials remote;
    private @Nullable InetSocketAddress selected;
    private EventLoop.@Nullable Timer consentTimer;
    private long lastCheckNanos;

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
    public void remote(IceCredentials credentials) {
        remote = credentials;
    }

    @Override
    public void remoteCandidates(List<InetSocketAddress> candidates) {
        // An ICE-lite agent learns addresses from checks only (RFC 8445 section 7.3.1.3).
    }

    @Override
    public void onMessage(StunMessage message, InetSocketAddress from) {
        if (message.type() != StunMessage.BINDING_REQUEST || !forUs(message.username())) {
            return;
        }
        if (!message.authenticatedBy(local.password())) {
            return; // not even an error: whoever guesses gets nothing, and nobody is sent unasked bytes
        }
        if (message.has(StunMessage.ICE_CONTROLLED)) {
            // RFC 8445 section 7.3.1.1: we cannot control, so the other side must.
            byte[] conflict = new StunWriter(StunMessage.BINDING_ERROR, message.transactionId())
                    .error(ROLE_CONFLICT, "Role Conflict")
                    .sign(local.password());
            listener.send(conflict, from);
            return;
        }
        accept(message, from);
    }

    private boolean forUs(@Nullable String username) {
        if (username == null || !username.startsWith(local.ufrag() + ":")) {
            return false;
        }
        IceCredentials known = remote;
        return known == null || username.substring(local.ufrag().length() + 1).equals(known.ufrag());
    }

    private void accept(StunMessage message, InetSocketAddress from) {
        if (!verified.contains(from)) {
            if (verified.size() >= MAX_ADDRESSES) {
                return;
            }
            verified.add(from);
            listener.verified(from);
        }
        byte[] success = new StunWriter(StunMessage.BINDING_SUCCESS, message.transactionId())
                .xorMappedAddress(from)
                .sign(local.password());
        listener.send(success, from);
        lastCheckNanos = loop.nanoTime();
        if (message.has(StunMessage.USE_CANDIDATE) && !from.equals(selected)) {
            selected = from;
            listener.selected(from);
        }
        if (consentTimer == null) {
            consentTimer = loop.schedule(CONSENT_CHECK, this::checkConsent);
        }
    }

    private void checkConsent() {
        if (loop.nanoTime() - lastCheckNanos >= CONSENT_TIMEOUT.toNanos()) {
            selected = null;
            verified.clear();
            consentTimer = null;
            listener.consentExpired();
        } else {
            consentTimer = loop.schedule(CONSENT_CHECK, this::checkConsent);
        }
    }

    @Override
    public boolean verified(InetSocketAddress address) {
        return verified.contains(address);
    }

    @Override
    public @Nullable InetSocketAddress selected() {
        return selected;
    }

    @Override
    public void close() {
        if (consentTimer != null) {
            consentTimer.cancel();
        }
        selected = null;
        verified.clear();
    }
}

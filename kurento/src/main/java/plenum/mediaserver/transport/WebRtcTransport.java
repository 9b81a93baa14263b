package plenum.mediaserver.transport;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.mediaserver.loop.EventLoop;

/**
 * The transport of one peer: ICE selects the address, DTLS negotiates keys, SRTP protects. Lives on its port's loop.
 *
 * <p>Life cycle: created (checks are answered), {@link #start} (the other side's description is known), selected, secured, closed.
 */
public final class WebRtcTransport implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(WebRtcTransport.class);

    /** Room that a packet needs behind its end for what protection adds. */
    public static final int TRAILER = SrtpProfile.MAX_TRAILER;

    /** Datagrams of a handshake that wait for a way: more than the longest flight has. */
    private static final int MAX_UNSENT_HANDSHAKE = 16;

    private static final int FIRST_RTCP_TYPE = 192;
    private static final int LAST_RTCP_TYPE = 223;

    /** News and packets of a transport, on its loop. The arrays are reused as soon as the call returns. */
    public interface Listener {
        /** @param tcp whether that is by a connection of the other side's (RFC 6544) instead of datagrams */
        void selected(InetSocketAddress remote, boolean tcp);

        void secured();

        void rtp(byte[] packet, int length);

        void rtcp(byte[] packet, int length);

        /** The other side has ended the association in good order. */
        void farewell();

        /** It will not come back. */
        void failed(String reason);
    }

    private final UdpPort port;
    private final DtlsIdentity identity;
    private final Listener listener;
    private final IceAgent ice;
    private final SecureRandom random;
    private final List<byte[]> unsentHandshake = new ArrayList<>();
    private @Nullable Destination destination;
    private @Nullable RemoteTransport remote;
    private @Nullable DtlsSession dtls;
    private @Nullable SrtpSession srtp;
    private boolean closed;

    private WebRtcTransport(UdpPort port, DtlsIdentity identity, SecureRandom random, boolean lite, Listener listener) {
        this.port = port;
        this.identity = identity;
        this.random = random;
        this.listener = listener;
        EventLoop loop = port.loop();
        IceCredentials local = IceCredentials.random(random);
        IceEvents events = new IceEvents();
        this.ice = lite
                ? new IceLiteAgent(loop, local, random, events)
                : new IceControllingAgent(loop, local, random, events);
        port.register(local.ufrag(), this);
    }

    /** The server's side: ICE-lite. */
    public static WebRtcTransport answering(
            UdpPort port, DtlsIdentity identity, SecureRandom random, Listener listener) {
        return new WebRtcTransport(port, identity, random, true, listener);
    }

    /** The client's side of an ICE-lite server: it sends the checks. For load generators and tests. */
    public static WebRtcTransport controlling(
            UdpPort port, DtlsIdentity identity, SecureRandom random, Listener listener) {
        return new WebRtcTransport(port, identity, random, false, listener);
    }

    public IceCredentials credentials() {
        return ice.local();
    }

    /** New credentials for the next description; what flows goes on until checks with them have found a way. */
    public IceCredentials restartIce() {
        IceCredentials fresh = IceCredentials.random(random);
        ice.restart(fresh);
        port.register(fresh.ufrag(), this);
        return fresh;
    }

    /** Takes what the other side's description says; from now on DTLS may begin. Later calls are restarts of ICE alone. */
    public void start(RemoteTransport other) {
        remote = other;
        ice.remote(other.ice());
        beginIfClient();
    }

    public void remoteCandidates(List<InetSocketAddress> candidates) {
        ice.remoteCandidates(candidates);
    }

    /** Whether ICE has found a way. */
    public boolean isConnected() {
        return ice.selected() != null;
    }

    public boolean isSecured() {
        return srtp != null;
    }

    /**
     * Protects a packet and sends it, before the end of the task; with others that are sent to the same address at once it leaves in one
     * message, where the kernel splits messages.
     *
     * @param packet has room for {@link #TRAILER} bytes behind {@code length}; is changed
     */
    public void sendRtp(byte[] packet, int length) {
        SocketAddress to = ice.selected();
        if (srtp != null && to != null) {
            int end = srtp.protectRtp(packet, length);
            if (end > 0) {
                send(packet, end, to);
            }
        }
    }

    /** Protects and sends a compound RTCP packet; room behind it as for {@link #sendRtp}. */
    public void sendRtcp(byte[] packet, int length) {
        SocketAddress to = ice.selected();
        if (srtp != null && to != null) {
            int end = srtp.protectRtcp(packet, length);
            if (end > 0) {
                send(packet, end, to);
            }
        }
    }

    private void send(byte[] data, int length, SocketAddress to) {
        switch (to) {
            case InetSocketAddress address -> port.sender().send(data, length, destination(address));
            case TcpLink link -> link.send(data, length);
            default -> throw new IllegalArgumentException("no way to " + to);
        }
    }

    private Destination destination(InetSocketAddress address) {
        Destination known = destination;
        if (known == null || known.address() != address) {
            known = new Destination(address);
            destination = known;
        }
        return known;
    }

    /** Where this peer's datagrams arrive. */
    UdpPort port() {
        return port;
    }

    void onStun(StunMessage message, SocketAddress from) {
        if (!closed) { // a connection that named us may outlive us for some seconds
            ice.onMessage(message, from);
        }
    }

    /** A connection of this peer's has ended. */
    void onClosed(TcpLink link) {
        ice.lost(link);
    }

    /** Where a packet is built that is sent next; all peers of the loop share it. */
    public byte[] packetBuffer() {
        return port.packetBuffer();
    }

    /** RFC 7983 and RFC 5761: the first two bytes tell DTLS, RTCP and RTP apart. */
    void onDatagram(byte[] data, int length, SocketAddress from) {
        if (!ice.heard(from)) {
            return;
        }
        if (DtlsSession.looksLikeDtls(data)) {
            onDtls(data, length);
        } else if (srtp != null && length >= 2 && (data[0] & 0xC0) == 0x80) {
            int type = data[1] & 0xFF;
            if (type >= FIRST_RTCP_TYPE && type <= LAST_RTCP_TYPE) {
                int plain = srtp.unprotectRtcp(data, length);
                if (plain > 0) {
                    proven();
                    listener.rtcp(data, plain);
                }
            } else {
                int plain = srtp.unprotectRtp(data, length);
                if (plain > 0) {
                    proven();
                    listener.rtp(data, plain);
                }
            }
        }
    }

    private void proven() {
        if (dtls != null) {
            dtls.proven();
        }
    }

    private void onDtls(byte[] data, int length) {
        RemoteTransport other = remote;
        if (other == null) {
            return; // its fingerprint is not known yet; it will send again
        }
        DtlsSession session = dtls;
        if (session == null) {
            session = begin(other);
        }
        session.receive(data, length);
    }

    private void beginIfClient() {
        RemoteTransport other = remote;
        if (other != null && other.localRole() == DtlsRole.CLIENT && dtls == null && ice.selected() != null) {
            begin(other);
        }
    }

    private DtlsSession begin(RemoteTransport other) {
        DtlsSession session = new DtlsSession(port.loop(), new DtlsEvents());
        session.start(identity, other.fingerprint(), other.localRole());
        dtls = session;
        return session;
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (dtls != null) {
            dtls.close();
        }
        ice.close();
        port.unregister(this);
        srtp = null;
    }

    private final class IceEvents implements IceAgent.Listener {
        @Override
        public void send(byte[] message, SocketAddress to) {
            WebRtcTransport.this.send(message, message.length, to);
            if (to instanceof InetSocketAddress && !ice.verified(to)) {
                port.route(to, WebRtcTransport.this); // the response has no user name to find us by
            }
        }

        @Override
        public void verified(SocketAddress address) {
            if (address instanceof TcpLink link) {
                link.verified();
            } else {
                port.route(address, WebRtcTransport.this);
            }
        }

        @Override
        public void forgotten(SocketAddress address) {
            if (address instanceof TcpLink link) {
                link.close();
            } else {
                port.unroute(address, WebRtcTransport.this);
            }
        }

        @Override
        public void retired(String ufrag) {
            port.unregister(ufrag);
        }

        @Override
        public void selected(SocketAddress address) {
            listener.selected(TcpLink.seen(address), address instanceof TcpLink);
            unsentHandshake.forEach(datagram -> WebRtcTransport.this.send(datagram, datagram.length, address));
            unsentHandshake.clear();
            beginIfClient();
        }

        @Override
        public void consentExpired() {
            srtp = null;
            listener.failed(dtls == null ? "no connectivity check has arrived" : "consent expired");
        }
    }

    private final class DtlsEvents implements DtlsSession.Listener {
        @Override
        public void sendDtls(byte[] datagram) {
            SocketAddress to = ice.selected();
            if (to != null) {
                send(datagram, datagram.length, to);
            } else if (unsentHandshake.size() < MAX_UNSENT_HANDSHAKE) {
                unsentHandshake.add(datagram); // a hello may overtake the nomination, and the answer to a return check
            }
        }

        @Override
        public void secured(SrtpSession session) {
            srtp = session;
            log.debug("secured with {}", session.profile());
            listener.secured();
        }

        @Override
        public void farewell() {
            srtp = null;
            listener.farewell();
        }

        @Override
        public void dtlsFailed(String reason) {
            listener.failed(reason);
        }
    }
}

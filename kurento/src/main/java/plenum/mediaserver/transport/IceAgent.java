package plenum.mediaserver.transport;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One ICE agent for the single component of a bundled, multiplexed session. Lives on its event loop. An address is the source of a
 * datagram, or the {@link TcpLink} that a message came through.
 */
sealed interface IceAgent extends AutoCloseable permits IceLiteAgent, IceControllingAgent {
    /** Local credentials: the user name by which the shared port finds this agent. */
    IceCredentials local();

    /** New local credentials for a restart (RFC 8445 section 9); the old ones hold until the new ones have led somewhere. */
    void restart(IceCredentials fresh);

    /** The other side's credentials, as its description tells them. */
    void remote(IceCredentials credentials);

    /** Addresses where the other side may be; an ICE-lite agent waits for checks instead. */
    void remoteCandidates(List<InetSocketAddress> candidates);

    void onMessage(StunMessage message, SocketAddress from);

    /** Whether this address has passed a check with the right password. */
    boolean verified(SocketAddress address);

    /** Data have come from there, which are looked at only if the address is {@link #verified}: answers that. */
    boolean heard(SocketAddress from);

    /** Where to send, or null before nomination and after consent is gone. */
    @Nullable
    SocketAddress selected();

    /** There is no way to this address any more: a connection has ended. */
    void lost(SocketAddress address);

    @Override
    void close();

    /** News of an agent. */
    interface Listener {
        /** Sends a STUN message. */
        void send(byte[] message, SocketAddress to);

        /** An address has passed its first check: its datagrams belong here from now on. */
        void verified(SocketAddress address);

        /** An address that was verified does not belong here any more. */
        void forgotten(SocketAddress address);

        /** The pair to send on is known, or has become another. */
        void selected(SocketAddress address);

        /** Checks with this user name are not answered any more. */
        void retired(String ufrag);

        /** No check has passed for 30 s (RFC 7675): nothing may be sent any more. */
        void consentExpired();
    }
}

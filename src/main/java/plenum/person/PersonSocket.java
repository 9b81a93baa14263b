package plenum.person;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plenum.account.Identity;
import plenum.protocol.Announcement;
import plenum.protocol.ClientMessage;
import plenum.protocol.Failed;
import plenum.protocol.NotStored;
import plenum.protocol.Outbox;
import plenum.protocol.PersonMessages;
import plenum.protocol.ServerMessage;
import plenum.protocol.SessionMessages;
import plenum.protocol.SessionMessages.Ended;
import plenum.protocol.SessionMessages.Refused;
import plenum.protocol.WireNames;
import plenum.signaling.SignedInTabs;
import plenum.socket.SocketConnection;

/** The socket of one page, from the handshake to the end. Does nothing that waits; the {@link Switchboard} does. */
final class PersonSocket implements SocketConnection.Listener<ClientMessage>, SignedInTabs.Tab {
    private final SocketConnection<ClientMessage> connection;
    private final Outbox outbox;
    private final Switchboard switchboard;
    private volatile Identity.@Nullable Person owner;
    private volatile boolean closed;

    /** @param session as the cookie has it; empty for a guest, whose socket is closed */
    PersonSocket(
            SocketConnection<ClientMessage> connection,
            Outbox outbox,
            Switchboard switchboard,
            Optional<String> session) {
        this.connection = connection;
        this.outbox = outbox;
        this.switchboard = switchboard;
        session.ifPresentOrElse(
                token -> {
                    connection.asked();
                    switchboard.arrive(this, token);
                },
                this::refuse);
    }

    @Override
    public void received(ClientMessage message) {
        Identity.Person known = owner;
        if (message instanceof SessionMessages.Ping ping) {
            outbox.send(new SessionMessages.Pong(ping.sent()));
        } else if (message instanceof PersonMessages.Seen seen && known != null) {
            switchboard.putAway(this, known.account().id(), seen);
        } else {
            outbox.send(new Failed(Failed.Code.OUT_OF_PLACE, WireNames.of(message.getClass())));
        }
    }

    @Override
    public void closed() {
        closed = true;
        Identity.Person known = owner;
        if (known != null) {
            switchboard.left(this, known);
        }
    }

    /** The session is this person's. */
    void belongsTo(Identity.Person person) {
        owner = person;
        connection.admitted();
    }

    boolean isClosed() {
        return closed;
    }

    void tell(ServerMessage message) {
        outbox.send(message);
    }

    void tell(Announcement announcement) {
        outbox.send(announcement);
    }

    /** What was asked had no effect. */
    void failed(PersonMessages.Seen seen, Failed.Code code) {
        outbox.send(new Failed(code, WireNames.of(seen.getClass())));
    }

    /** The database is away; the page says it again. */
    void notStored(PersonMessages.Seen seen) {
        outbox.send(new NotStored(WireNames.of(seen.getClass()), seen.event(), NotStored.Reason.UNAVAILABLE));
    }

    /** Nobody is signed in: the page need not come again. */
    void refuse() {
        outbox.finish(new Failed(Failed.Code.FORBIDDEN, null));
    }

    /** Nothing can be read now: the page comes again, and is told everything. */
    void sendAway() {
        outbox.finish(new Refused(Refused.Reason.UNAVAILABLE));
    }

    /** The account has opened more sockets than it may have: the page comes again when somebody looks at it. */
    void takenOver() {
        outbox.finish(new Ended(Ended.Reason.TAKEN_OVER));
    }

    @Override
    public void signedOut() {
        outbox.finish(new Ended(Ended.Reason.SIGNED_OUT));
    }
}

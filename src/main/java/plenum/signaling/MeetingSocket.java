package plenum.signaling;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.conference.Admission;
import plenum.conference.Knock;
import plenum.conference.Presence;
import plenum.meeting.Member;
import plenum.platform.Mailbox;
import plenum.protocol.ClientMessage;
import plenum.protocol.Failed;
import plenum.protocol.Outbox;
import plenum.protocol.SessionMessages;
import plenum.protocol.SessionMessages.Ended;
import plenum.protocol.SessionMessages.Refused;
import plenum.protocol.WireNames;
import plenum.socket.SocketConnection;

/**
 * The socket of a tab, from the handshake to the end: a join first, then the messages of a participant. Its mailbox keeps the order of
 * messages and may wait for the database; the thread that serves the socket never does.
 */
final class MeetingSocket implements SocketConnection.Listener<ClientMessage>, Entrance.Listener, SignedInTabs.Tab {
    private static final Logger log = LoggerFactory.getLogger(MeetingSocket.class);

    private final String letters;
    private final Visitor visitor;
    private final SocketConnection<ClientMessage> connection;
    private final Reception reception;
    private final Outbox outbox;
    private final Mailbox mailbox;
    private volatile @Nullable Presence presence;
    private volatile @Nullable Knock knock;
    private volatile @Nullable Member member;
    private boolean joining;
    private volatile boolean closed;

    /** @param letters of the meeting that the socket is for */
    MeetingSocket(String letters, Visitor visitor, SocketConnection<ClientMessage> connection, Reception reception) {
        this.letters = letters;
        this.visitor = visitor;
        this.connection = connection;
        this.reception = reception;
        this.outbox = new TabOutbox(connection.queue(), reception.codec());
        this.mailbox = new Mailbox("connection", reception.threads());
    }

    @Override
    public void received(ClientMessage message) {
        if (message instanceof SessionMessages.Ping ping) {
            // at once: a tab that waits to come in must not take us for dead
            outbox.send(new SessionMessages.Pong(ping.sent()));
        } else {
            mailbox.post(() -> handle(message));
        }
    }

    @Override
    public void closed() {
        closed = true;
        forgetMember();
        mailbox.post(() -> {
            Presence held = presence;
            if (held != null) {
                held.conference().departures().lost(held);
            }
            withdraw();
        });
        mailbox.close();
    }

    private void handle(ClientMessage message) {
        Presence held = presence;
        if (held != null) {
            reception.router().route(held, message);
        } else if (!reception.permissions().allows(Optional.empty(), message)) {
            outbox.send(new Failed(Failed.Code.OUT_OF_PLACE, WireNames.of(message.getClass())));
        } else if (message instanceof SessionMessages.Join join && !joining) {
            join(join);
        } else {
            outbox.send(new Failed(Failed.Code.OUT_OF_PLACE, WireNames.of(message.getClass())));
        }
    }

    private void join(SessionMessages.Join join) {
        joining = true;
        connection.asked();
        try {
            reception.entrance().enter(letters, visitor, join, outbox, this);
        } catch (Turnstile.Closed e) {
            outbox.finish(new Refused(Refused.Reason.UNAVAILABLE));
        } catch (RuntimeException e) {
            log.error("somebody could not be let in", e);
            outbox.finish(new Refused(Refused.Reason.UNAVAILABLE));
        }
    }

    @Override
    public void identified(Member known) {
        member = known;
        reception.signedIn().add(known.session(), this);
        if (closed) {
            forgetMember();
        }
    }

    private void forgetMember() {
        Member known = member;
        if (known != null) {
            reception.signedIn().remove(known.session(), this);
        }
    }

    /** Their session has ended: so has their place, if they have one by now. */
    @Override
    public void signedOut() {
        mailbox.post(() -> {
            Presence held = presence;
            if (held == null) {
                withdraw();
                outbox.finish(new Ended(Ended.Reason.SIGNED_OUT));
            } else {
                held.conference()
                        .submit(held, () -> held.conference().admissions().signOut(held.participant()));
            }
        });
    }

    @Override
    public void decided(Admission admission) {
        switch (admission) {
            case Admission.Admitted(Presence entered) -> {
                presence = entered;
                connection.admitted();
                knock = null;
                // the socket may have gone while its place was being stored
                if (closed) {
                    entered.conference().departures().lost(entered);
                }
            }
            case Admission.Waiting(Knock waiting) -> {
                knock = waiting;
                if (closed) {
                    withdraw();
                }
            }
            case Admission.Refused refused -> knock = null;
        }
    }

    private void withdraw() {
        Knock waiting = knock;
        if (waiting != null) {
            waiting.withdraw();
        }
    }
}

package plenum.signaling;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.conference.Admission;
import plenum.conference.Knock;
import plenum.conference.Presence;
import plenum.platform.Mailbox;
import plenum.platform.Timers.Timer;
import plenum.protocol.ClientMessage;
import plenum.protocol.Decoding;
import plenum.protocol.Failed;
import plenum.protocol.SessionMessages;
import plenum.protocol.SessionMessages.Refused;
import plenum.protocol.WireNames;
import plenum.signaling.Wire.CloseReason;
import plenum.socket.PartialFrame;
import plenum.socket.PartialFrame.Added;
import plenum.socket.RateLimit;

/**
 * One socket, from its handshake to its end: first a join, then the messages of a participant. Its mailbox keeps the order of messages and
 * may wait for the database; the socket's own threads never do.
 */
final class Connection {
    private static final Logger log = LoggerFactory.getLogger(Connection.class);
    /** Bytes of a message before {@code welcome}: a name, a password and a token. */
    static final int LONGEST_BEFORE_WELCOME = 4 * 1024;
    /** Bytes of a message after it. */
    static final int LONGEST = 128 * 1024;

    private static final Duration JOIN_WITHIN = Duration.ofSeconds(10);
    private static final Duration PING_EVERY = Duration.ofSeconds(20);
    private static final Duration SILENCE = Duration.ofSeconds(45);
    /** From the first part of a message to its last; looked at with each heartbeat. */
    private static final Duration WHOLE_WITHIN = Duration.ofSeconds(20);

    private final String letters;
    private final Visitor visitor;
    private final Wire wire;
    private final Reception reception;
    private final WebSocketOutbox outbox;
    private final Mailbox mailbox;
    private final RateLimit<ClientMessage> limit;
    private final Timer joinLimit;
    private final Timer heartbeat;
    private final PartialFrame arriving;
    private volatile Instant heardAt;
    /** When the message began of which only a part has come. */
    private volatile @Nullable Instant unfinishedSince;

    private volatile @Nullable Presence presence;
    private volatile @Nullable Knock knock;
    private boolean joining;
    private volatile boolean closed;

    Connection(String letters, Visitor visitor, Wire wire, Reception reception) {
        this.letters = letters;
        this.visitor = visitor;
        this.wire = wire;
        this.reception = reception;
        this.arriving = new PartialFrame(visitor.ticket().incoming());
        this.outbox =
                new WebSocketOutbox(wire, reception.codec(), visitor.ticket().outgoing());
        this.mailbox = new Mailbox("connection", reception.threads());
        this.limit = new RateLimit<>(reception.rates()::of, reception.clock());
        this.heardAt = reception.clock().instant();
        this.joinLimit = reception.timers().after(JOIN_WITHIN, this::checkJoined);
        this.heartbeat = reception.timers().every(PING_EVERY, this::beat);
    }

    /** A part of a text message came; by one thread at a time. */
    void received(String part, boolean last) {
        heard();
        switch (arriving.add(part, last, presence == null ? LONGEST_BEFORE_WELCOME : LONGEST)) {
            case Added.Whole(String frame) -> {
                unfinishedSince = null;
                received(frame);
            }
            case Added.Not.YET -> {
                if (unfinishedSince == null) {
                    unfinishedSince = heardAt;
                }
            }
            case Added.Not.TOO_LARGE -> outbox.cut(CloseReason.TOO_LARGE);
            case Added.Not.NO_ROOM -> outbox.cut(CloseReason.NO_ROOM);
        }
    }

    private void received(String frame) {
        if (!limit.admits(frame, presence == null)) {
            refuse(null);
            return;
        }
        switch (reception.codec().decode(frame)) {
            case Decoding.Malformed malformed -> {
                log.debug("a malformed frame: {}", malformed.reason());
                outbox.finish(new Failed(Failed.Code.MALFORMED, null), CloseReason.PROTOCOL_ERROR);
            }
            case Decoding.Decoded(ClientMessage message) -> {
                if (!limit.admits(message)) {
                    refuse(message);
                } else if (message instanceof SessionMessages.Ping ping) {
                    // at once: a tab that waits to come in must not take us for dead
                    outbox.send(new SessionMessages.Pong(ping.sent()));
                } else {
                    mailbox.post(() -> handle(message));
                }
            }
        }
    }

    /** Says too much; null when nobody looked at what it was. */
    private void refuse(@Nullable ClientMessage message) {
        if (limit.mayComplain()) {
            outbox.send(new Failed(Failed.Code.THROTTLED, message == null ? null : WireNames.of(message.getClass())));
        } else {
            outbox.cut(CloseReason.TOO_OFTEN);
        }
    }

    /** Something other than text came. */
    void receivedBinary() {
        outbox.cut(CloseReason.TEXT_ONLY);
    }

    /** Any sign of life. */
    void heard() {
        heardAt = reception.clock().instant();
    }

    /** The socket is gone. */
    void closed() {
        closed = true;
        outbox.lost();
        joinLimit.cancel();
        heartbeat.cancel();
        mailbox.post(() -> {
            Presence held = presence;
            if (held != null) {
                held.conference().lost(held);
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
        joinLimit.cancel();
        try {
            reception.entrance().enter(letters, visitor, join, outbox, this::decided);
        } catch (Turnstile.Closed e) {
            outbox.finish(new Refused(Refused.Reason.UNAVAILABLE));
        } catch (RuntimeException e) {
            log.error("somebody could not be let in", e);
            outbox.finish(new Refused(Refused.Reason.UNAVAILABLE));
        }
    }

    /** Called in the conference's mailbox. */
    private void decided(Admission admission) {
        switch (admission) {
            case Admission.Admitted(Presence entered) -> {
                presence = entered;
                visitor.ticket().admitted();
                knock = null;
                // the socket may have gone while its place was being stored
                if (closed) {
                    entered.conference().lost(entered);
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

    private void checkJoined() {
        if (presence == null && knock == null) {
            outbox.cut(CloseReason.TOO_LATE);
        }
    }

    private void beat() {
        Instant now = reception.clock().instant();
        Instant unfinished = unfinishedSince;
        boolean stalls = unfinished != null && unfinished.plus(WHOLE_WITHIN).isBefore(now);
        if (stalls || heardAt.plus(SILENCE).isBefore(now)) {
            outbox.cut(CloseReason.TOO_LATE);
        } else {
            wire.ping();
        }
    }
}

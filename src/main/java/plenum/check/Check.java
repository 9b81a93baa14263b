package plenum.check;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import plenum.media.IceCandidate;
import plenum.media.MediaGateway;
import plenum.media.MediaRoom;
import plenum.media.Publication;
import plenum.media.Sdp;
import plenum.media.Slot;
import plenum.platform.Mailbox;
import plenum.platform.Timers;
import plenum.platform.Timers.Timer;
import plenum.protocol.Candidate;
import plenum.protocol.ClientMessage;
import plenum.protocol.Failed;
import plenum.protocol.MediaSource;
import plenum.protocol.Outbox;
import plenum.protocol.ServerMessage;
import plenum.protocol.SessionMessages;
import plenum.protocol.SessionMessages.Ended;
import plenum.protocol.StreamMessages;
import plenum.protocol.WireNames;

/**
 * One connection check: a browser publishes to a media server and receives its own media through one slot. Ends with its socket, after
 * {@link #LONGEST}, or when the browser sends too many messages. Messages run in a mailbox of the check; {@link #close} may be called from
 * any thread.
 */
public final class Check implements AutoCloseable {
    /** Time for three ways through the network and a measurement. */
    static final Duration LONGEST = Duration.ofSeconds(40);

    static final int EPOCH = 1;
    /** Offers that are answered: each is an endpoint of the media server for a while. */
    static final int OFFERS = 8;

    static final int MESSAGES = 300;
    /** More than one camera sends to anybody, and little enough for a server that has meetings, too. */
    private static final int MAX_KBPS = 3000;

    private final MediaGateway media;
    private final Outbox outbox;
    private final Runnable onClose;
    private final Mailbox mailbox;
    private final Timer end;
    private @Nullable CompletableFuture<MediaRoom> opening;
    private @Nullable MediaRoom room;
    private @Nullable Publication publication;
    private @Nullable Slot slot;
    private @Nullable Object sender;
    private @Nullable Object receiver;
    private int offers;
    private int messages;
    private boolean closed;

    Check(MediaGateway media, Outbox outbox, Timers timers, Executor threads, Runnable onClose) {
        this.media = media;
        this.outbox = outbox;
        this.onClose = onClose;
        this.mailbox = new Mailbox("check", threads);
        this.end = timers.after(LONGEST, () -> mailbox.post(this::finish));
    }

    void start() {
        mailbox.post(() -> {
            CompletableFuture<MediaRoom> future = media.open("check", () -> mailbox.post(() -> available(false)));
            opening = future;
            future.thenAccept(opened -> {
                if (!mailbox.post(() -> opened(opened))) {
                    opened.close();
                }
            });
        });
    }

    private void opened(MediaRoom opened) {
        if (closed) {
            opened.close();
            return;
        }
        room = opened;
        available(true);
    }

    private void available(boolean available) {
        outbox.send(new StreamMessages.MediaReset(EPOCH, available));
    }

    /** Posts: the browser said something. */
    public void received(ClientMessage message) {
        mailbox.post(() -> {
            if (closed) {
                return;
            }
            if (++messages > MESSAGES) {
                finish();
                return;
            }
            handle(message).ifPresent(code -> outbox.send(new Failed(code, WireNames.of(message.getClass()))));
        });
    }

    /** Refuses the messages that only meetings have. */
    private Optional<Failed.Code> handle(ClientMessage message) {
        if (message instanceof SessionMessages.Ping ping) {
            outbox.send(new SessionMessages.Pong(ping.sent()));
            return Optional.empty();
        } else if (message instanceof StreamMessages.Publish publish && publish.source() == MediaSource.CAMERA) {
            return publish(new Sdp(publish.offer()));
        } else if (message instanceof StreamMessages.Receive receive && receive.slot() == 0) {
            return receive(new Sdp(receive.offer()));
        } else if (message instanceof StreamMessages.PublishCandidate found) {
            return candidate(publication, found.candidate());
        } else if (message instanceof StreamMessages.SlotCandidate found) {
            return candidate(slot, found.candidate());
        }
        return Optional.of(Failed.Code.OUT_OF_PLACE);
    }

    private Optional<Failed.Code> publish(Sdp offer) {
        Optional<Failed.Code> refusal = refusal();
        MediaRoom open = room;
        if (refusal.isPresent() || open == null) {
            return refusal;
        }
        drop();
        SenderNews news = new SenderNews();
        sender = news;
        publication = open.publish(offer, news);
        return Optional.empty();
    }

    private Optional<Failed.Code> receive(Sdp offer) {
        Optional<Failed.Code> refusal = refusal();
        MediaRoom open = room;
        Publication shown = publication;
        if (refusal.isPresent() || open == null) {
            return refusal;
        }
        if (shown == null) {
            return Optional.of(Failed.Code.NOT_FOUND);
        }
        dropSlot();
        ReceiverNews news = new ReceiverNews();
        receiver = news;
        slot = open.receive("check", offer, news);
        slot.show(Optional.of(new Slot.Showing(shown, true, true, MAX_KBPS)));
        return Optional.empty();
    }

    private Optional<Failed.Code> refusal() {
        if (room == null) {
            return Optional.of(Failed.Code.MEDIA_UNAVAILABLE);
        }
        return ++offers > OFFERS ? Optional.of(Failed.Code.THROTTLED) : Optional.empty();
    }

    private static Optional<Failed.Code> candidate(plenum.media.@Nullable Peer peer, Candidate found) {
        if (peer == null) {
            return Optional.of(Failed.Code.NOT_FOUND);
        }
        peer.addCandidate(new IceCandidate(found.candidate(), found.mid(), found.line()));
        return Optional.empty();
    }

    private void finish() {
        outbox.finish(new Ended(Ended.Reason.OVER));
        release();
    }

    /** Posts: the socket is gone. */
    @Override
    public void close() {
        mailbox.post(this::release);
    }

    private void release() {
        if (closed) {
            return;
        }
        closed = true;
        end.cancel();
        drop();
        if (opening != null) {
            opening.cancel(false);
        }
        if (room != null) {
            room.close();
        }
        onClose.run();
        mailbox.close();
    }

    private void drop() {
        dropSlot();
        if (publication != null) {
            publication.close();
        }
        publication = null;
        sender = null;
    }

    private void dropSlot() {
        if (slot != null) {
            slot.close();
        }
        slot = null;
        receiver = null;
    }

    private final class SenderNews extends CheckNews {
        SenderNews() {
            super(outbox, "publish");
        }

        @Override
        void whileCurrent(Runnable task) {
            mailbox.post(() -> {
                if (sender == this) {
                    task.run();
                }
            });
        }

        @Override
        ServerMessage answer(String sdp) {
            return new StreamMessages.Published(MediaSource.CAMERA, EPOCH, sdp);
        }

        @Override
        ServerMessage candidate(Candidate candidate) {
            return new StreamMessages.PublishCandidate(MediaSource.CAMERA, EPOCH, candidate);
        }

        @Override
        ServerMessage broken() {
            return new StreamMessages.PeerFailed(MediaSource.CAMERA, null, EPOCH);
        }
    }

    private final class ReceiverNews extends CheckNews {
        ReceiverNews() {
            super(outbox, "receive");
        }

        @Override
        void whileCurrent(Runnable task) {
            mailbox.post(() -> {
                if (receiver == this) {
                    task.run();
                }
            });
        }

        @Override
        ServerMessage answer(String sdp) {
            return new StreamMessages.Receiving(0, EPOCH, sdp);
        }

        @Override
        ServerMessage candidate(Candidate candidate) {
            return new StreamMessages.SlotCandidate(0, EPOCH, candidate);
        }

        @Override
        ServerMessage broken() {
            return new StreamMessages.PeerFailed(null, 0, EPOCH);
        }
    }
}

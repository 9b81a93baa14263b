package plenum.signaling;

import plenum.protocol.Announcement;
import plenum.protocol.Outbox;
import plenum.protocol.ProtocolCodec;
import plenum.protocol.ServerMessage;
import plenum.socket.SendQueue;
import plenum.socket.Wire.CloseReason;

/** Sends messages to a tab through the send queue of its socket. */
public final class TabOutbox implements Outbox {
    private final SendQueue queue;
    private final ProtocolCodec codec;

    public TabOutbox(SendQueue queue, ProtocolCodec codec) {
        this.queue = queue;
        this.codec = codec;
    }

    @Override
    public void send(ServerMessage message) {
        queue.send(codec.encode(message));
    }

    @Override
    public void send(Announcement announcement) {
        queue.sendShared(announcement.text(codec::encode));
    }

    @Override
    public void hint(Announcement announcement) {
        queue.hint(announcement.text(codec::encode));
    }

    @Override
    public void finish(ServerMessage last) {
        queue.finish(codec.encode(last), CloseReason.DONE);
    }
}

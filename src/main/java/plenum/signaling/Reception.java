package plenum.signaling;

import java.util.concurrent.Executor;
import plenum.conference.PermissionTable;
import plenum.protocol.ClientMessage;
import plenum.protocol.ProtocolCodec;
import plenum.socket.MessageFamily;

/** The services that the sockets of all tabs share. */
public final class Reception {
    private final Entrance entrance;
    private final ProtocolCodec codec;
    private final Executor threads;
    private final PermissionTable permissions = new PermissionTable();
    private final MessageRouter router = new MessageRouter(permissions);
    private final TabMessages messages;
    private final SignedInTabs signedIn;

    /** @param threads runs mailboxes, and may wait for the database */
    public Reception(Entrance entrance, SignedInTabs signedIn, ProtocolCodec codec, Executor threads) {
        this.entrance = entrance;
        this.signedIn = signedIn;
        this.codec = codec;
        this.threads = threads;
        this.messages = new TabMessages(codec);
    }

    Entrance entrance() {
        return entrance;
    }

    public SignedInTabs signedIn() {
        return signedIn;
    }

    MessageRouter router() {
        return router;
    }

    PermissionTable permissions() {
        return permissions;
    }

    public MessageFamily<ClientMessage> messages() {
        return messages;
    }

    public ProtocolCodec codec() {
        return codec;
    }

    public Executor threads() {
        return threads;
    }
}

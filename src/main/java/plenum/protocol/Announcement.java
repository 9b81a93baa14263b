package plenum.protocol;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A message to many receivers, encoded once for all of them. Belongs to the conference's mailbox. */
public final class Announcement {
    private final ServerMessage message;
    private @Nullable String text;

    public Announcement(ServerMessage message) {
        this.message = message;
    }

    public ServerMessage message() {
        return message;
    }

    /** As it goes over the wire. */
    public String text(Function<ServerMessage, String> written) {
        if (text == null) {
            text = written.apply(message);
        }
        return text;
    }
}

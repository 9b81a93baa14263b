package plenum.protocol;

import java.util.List;

/** The messages that only a connection check has; the others are {@link StreamMessages}. */
public interface CheckMessages {

    /** A message of the server. */
    sealed interface Told extends ServerMessage {}

    /**
     * A check of the connection begins; {@link MediaReset} says when the media server is there.
     *
     * @param seconds after which it ends
     */
    record CheckReady(List<IceServer> iceServers, int seconds) implements Told {}
}

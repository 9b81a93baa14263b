package plenum.protocol;

import java.util.List;

/** The messages about the moderation desk. */
public interface DeskMessages {

    /** A message of a tab. */
    sealed interface Ask extends ClientMessage {}

    /** A message of the server. */
    sealed interface Told extends ServerMessage {}

    /** Moderation: asks for a {@link DeskTicket}, to open the desk. */
    @Needs(Permission.MODERATE)
    @Rate(burst = 5, perMinute = 20)
    record OpenDesk() implements Ask {}

    /**
     * The answer to {@link OpenDesk}.
     *
     * @param ticket to be shown to the desk's page, once
     * @param seconds for how long it is good
     */
    record DeskTicket(String ticket, int seconds) implements Told {}

    /** On the socket of a desk's page: these parts look different now. At most once a second. */
    record DeskChanged(List<DeskPart> parts) implements Told {}
}

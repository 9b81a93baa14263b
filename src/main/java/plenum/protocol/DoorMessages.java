package plenum.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The messages about the lobby, the password, participants' own names and second devices. */
public interface DoorMessages {

    /** A message of a tab. */
    sealed interface Ask extends ClientMessage {}

    /** A message of the server. */
    sealed interface Told extends ServerMessage {}

    /** Takes another name, where participants may. */
    @Needs(Permission.TAKE_PART)
    @Rate(burst = 5, perMinute = 12)
    record Rename(@Most(80) String name) implements Ask {}

    /** Asks for a {@link DeviceLink}, to come in with a second device. */
    @Needs(Permission.TAKE_PART)
    @Rate(burst = 3, perMinute = 4)
    record LinkDevice() implements Ask {}

    /** Lobby: lets somebody in who waits. */
    @Needs(Permission.KEEP_THE_DOOR)
    @Rate(burst = 60, perMinute = 240)
    record Admit(String knock) implements Ask {}

    /** Lobby: sends somebody away who waits. */
    @Needs(Permission.KEEP_THE_DOOR)
    @Rate(burst = 60, perMinute = 240)
    record Refuse(String knock) implements Ask {}

    /** Lobby: lets everybody in who waits. */
    @Needs(Permission.KEEP_THE_DOOR)
    @Rate(burst = 5, perMinute = 20)
    record AdmitAll() implements Ask {}

    /** Lobby: sends everybody away who waits. */
    @Needs(Permission.KEEP_THE_DOOR)
    @Rate(burst = 5, perMinute = 20)
    record RefuseAll() implements Ask {}

    /** Moderation: sets the password that newcomers are asked for; null for none. */
    @Needs(Permission.KEEP_THE_DOOR)
    @Rate(burst = 5, perMinute = 6)
    record SetPassword(@Nullable String password) implements Ask {}

    /** To moderators: everybody who waits, in the order of coming. */
    record Knocking(List<Knock> people) implements Told {}

    /** A waiting person. */
    record Knock(String id, String name) {}

    /**
     * The answer to {@link LinkDevice}.
     *
     * @param link to open on the second device, once
     * @param qr the link as a QR code (ISO/IEC 18004): the path of an SVG whose modules are 1 by 1
     * @param size modules on each side, without a quiet zone
     * @param seconds for how long the link is good
     */
    record DeviceLink(String link, String qr, int size, int seconds) implements Told {}
}

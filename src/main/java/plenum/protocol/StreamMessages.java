package plenum.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The messages about devices, publications, slots, and how media get through. */
public interface StreamMessages {

    /** A message of a tab. */
    sealed interface Ask extends ClientMessage {}

    /** A message of the server. */
    sealed interface Told extends ServerMessage {}

    /** Says which devices are on. */
    @Needs(Permission.TAKE_PART)
    @Rate(burst = 60, perMinute = 480)
    record SetDevices(boolean microphone, boolean camera) implements Ask {}

    /**
     * Publishes a source with an SDP offer (send only), or offers again for an ICE restart.
     *
     * @param epoch of the media room, from {@link SessionMessages.Welcome} or {@link MediaReset}; older ones are ignored
     */
    @Needs(Permission.PUBLISH)
    @Rate(burst = 30, perMinute = 90)
    record Publish(
            MediaSource source, int epoch, @Most(64 * 1024) String offer) implements Ask {}

    /** Stops publishing a source. */
    @Needs(Permission.PUBLISH)
    @Rate(burst = 30, perMinute = 90)
    record Unpublish(MediaSource source) implements Ask {}

    /**
     * Opens a slot, a receive-only peer connection whose source the server switches, with an SDP offer (receive only).
     *
     * @param slot number of the slot, 0 to {@link Limits#slots()} + {@link Limits#audioSlots()} - 1; the
     *     audio-only slots come last
     */
    @Needs(Permission.TAKE_PART)
    @Rate(burst = 120, perMinute = 600)
    record Receive(
            @Range(most = 63) int slot,
            int epoch,
            @Most(64 * 1024) String offer) implements Ask {}

    /** Closes a slot. */
    @Needs(Permission.TAKE_PART)
    @Rate(burst = 120, perMinute = 600)
    record CloseSlot(@Range(most = 63) int slot) implements Ask {}

    /** An ICE candidate for a published source: the tab's own, or the media server's. */
    @Needs(Permission.PUBLISH)
    @Rate(burst = 200, perMinute = 600)
    record PublishCandidate(MediaSource source, int epoch, Candidate candidate) implements Ask, Told {}

    /** An ICE candidate for a slot: the tab's own, or the media server's. */
    @Needs(Permission.TAKE_PART)
    @Rate(burst = 600, perMinute = 3000)
    record SlotCandidate(@Range(most = 63) int slot, int epoch, Candidate candidate) implements Ask, Told {}

    /** Says what the layout wants to show; slots that are not named show nothing. Replaces the wish before. */
    @Needs(Permission.TAKE_PART)
    @Rate(burst = 300, perMinute = 1800)
    record View(List<Wish> wishes) implements Ask {}

    /**
     * One wish of a {@link View}.
     *
     * @param height of the tile in CSS pixels times device pixel ratio, 0 for audio only
     */
    record Wish(
            @Range(most = 63) int slot,
            String participant,
            MediaSource source,
            @Range(most = 8_640) int height) {}

    /** Whether sound and picture reach the tab; told when it is not, or no longer, {@link MediaReach#FINE}. */
    @Needs(Permission.TAKE_PART)
    @Rate(burst = 10, perMinute = 20)
    record ReportReach(MediaReach reach) implements Ask {}

    /** How good the tab's own way to the media server is; moderators are told. */
    @Needs(Permission.TAKE_PART)
    @Rate(burst = 6, perMinute = 20)
    record ReportLink(LinkQuality link) implements Ask {}

    /** The tab's own speech detector: began or ended; {@code level} from 0 (silence) to 100. */
    @Needs(Permission.PUBLISH)
    @Rate(burst = 40, perMinute = 240)
    record Speech(boolean speaking, @Range(most = 100) int level) implements Ask {}

    /** SDP answer to {@link Publish}. */
    record Published(MediaSource source, int epoch, String answer) implements Told {}

    /** SDP answer to {@link Receive}. */
    record Receiving(int slot, int epoch, String answer) implements Told {}

    /** The sources that the receiver's slots show now; slots that are not named show nothing. */
    record Viewing(List<SlotView> slots) implements Told {}

    /**
     * How large the receiver's camera is shown at most: sizes beyond may rest.
     *
     * @param height of the largest tile, in device pixels; 0 when nobody shows it
     */
    record CameraShown(int height) implements Told {}

    /** One peer connection of the receiver's is broken on the server's side and must be offered again. */
    record PeerFailed(
            @Nullable MediaSource source, @Nullable Integer slot, int epoch) implements Told {}

    /** Media has to be set up anew: drop all peer connections and, when available, offer again with this epoch. */
    record MediaReset(int epoch, boolean available) implements Told {}

    /** New STUN and TURN servers: TURN credentials are valid for some hours only. */
    record IceServers(List<IceServer> iceServers) implements Told {}

    /** A participant began or stopped to speak. */
    record Speaking(String participant, boolean speaking) implements Told {}

    /** The dominant speaker changed; null when nobody has spoken yet, or they left. */
    record DominantSpeaker(@Nullable String participant) implements Told {}

    /** To moderators: how good somebody's way to the media server is. */
    record LinkReported(String participant, LinkQuality link) implements Told {}

    /** The source that a slot shows. */
    record SlotView(int slot, String participant, MediaSource source) {}
}

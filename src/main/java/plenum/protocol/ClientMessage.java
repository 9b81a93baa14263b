package plenum.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a tab says to the server. Nobody can speak for somebody else: no message has a field for its sender. Components marked nullable
 * may be absent; all others are required. Limits are checked by {@link ProtocolCodec}.
 */
public sealed interface ClientMessage {

    /**
     * The first message of every connection: enters the meeting of the socket's path, or comes back into it.
     *
     * @param name display name, 1 to 80 characters after trimming
     * @param resume token of an earlier {@link ServerMessage.Welcome}, within its grace time; null for a newcomer
     */
    record Join(
            String name,
            boolean microphone,
            boolean camera,
            @Nullable String resume) implements ClientMessage {}

    /** Goes for good: gives up the place that a resume token would keep. */
    record Leave() implements ClientMessage {}

    /** Asks for a {@link ServerMessage.Pong}; {@code sent} is the sender's clock in milliseconds, returned as it came. */
    record Ping(long sent) implements ClientMessage {}

    /** Says which devices are on. */
    record SetDevices(boolean microphone, boolean camera) implements ClientMessage {}

    /**
     * Publishes a source with an SDP offer (send only), or offers again for an ICE restart.
     *
     * @param epoch of the media room, from {@link ServerMessage.Welcome} or {@link ServerMessage.MediaReset}; older ones are ignored
     */
    record Publish(MediaSource source, int epoch, String offer) implements ClientMessage {}

    /** Stops publishing a source. */
    record Unpublish(MediaSource source) implements ClientMessage {}

    /**
     * Opens a slot, a receive-only peer connection whose source the server switches, with an SDP offer (receive only).
     *
     * @param slot number of the slot, 0 to {@link ServerMessage.Limits#slots()} + {@link ServerMessage.Limits#audioSlots()} - 1; the
     *     audio-only slots come last
     */
    record Receive(int slot, int epoch, String offer) implements ClientMessage {}

    /** Closes a slot. */
    record CloseSlot(int slot) implements ClientMessage {}

    /** An ICE candidate of the tab's own for a published source. */
    record PublishCandidate(MediaSource source, int epoch, Candidate candidate) implements ClientMessage {}

    /** An ICE candidate of the tab's own for a slot. */
    record SlotCandidate(int slot, int epoch, Candidate candidate) implements ClientMessage {}

    /** Says what the layout wants to show; slots that are not named show nothing. Replaces the wish before. */
    record View(List<Wish> wishes) implements ClientMessage {}

    /**
     * One wish of a {@link View}.
     *
     * @param height of the tile in CSS pixels times device pixel ratio, 0 for audio only
     */
    record Wish(int slot, String participant, MediaSource source, int height) {}

    /** The tab's own speech detector: began or ended; {@code level} from 0 (silence) to 100. */
    record Speech(boolean speaking, int level) implements ClientMessage {}

    /** Moderation: turns another participant's microphone off. They may turn it on again. */
    record Mute(String participant) implements ClientMessage {}
}

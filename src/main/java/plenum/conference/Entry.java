package plenum.conference;

import java.util.List;
import plenum.protocol.IceServer;
import plenum.protocol.StreamMessages.SlotView;

/** A participant who is entering or re-entering, and the parts of the welcome message that topics add. */
public final class Entry {
    private final Participant participant;
    private final Arrival arrival;
    private final boolean first;
    private Media media = new Media(List.of(), List.of(), 0, false);

    /** @param first whether they had no place in this conference before */
    Entry(Participant participant, Arrival arrival, boolean first) {
        this.participant = participant;
        this.arrival = arrival;
        this.first = first;
    }

    public Participant participant() {
        return participant;
    }

    public Arrival arrival() {
        return arrival;
    }

    public boolean isFirst() {
        return first;
    }

    /** Sets the part of the welcome that is about media. */
    public void media(Media known) {
        media = known;
    }

    Media media() {
        return media;
    }

    /**
     * What a browser has to know to connect to the media server.
     *
     * @param viewing what the participant's slots show
     * @param epoch of the media room; offers of another one are ignored
     * @param available whether there is a media room
     */
    public record Media(List<SlotView> viewing, List<IceServer> iceServers, int epoch, boolean available) {}
}

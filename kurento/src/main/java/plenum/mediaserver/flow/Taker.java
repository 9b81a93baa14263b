package plenum.mediaserver.flow;

import plenum.mediaserver.rtp.RtpPacket;

/** Whoever takes the packets of a publication's layer: a viewer today, a recorder or a mixer alike. */
public interface Taker {
    /**
     * Takes a packet, in the order of arrival.
     *
     * @param layer what it belongs to; knows its codec and, during the call, its payload descriptor
     * @param packet a view of the layer's own copy, valid during the call
     * @param sequence the extended sequence number
     * @param startsKeyFrame whether decoding can begin here
     * @return whether the taker begins with this packet: if it was repaired late, what has come since is handed over once more
     */
    boolean take(Layer layer, RtpPacket packet, long sequence, boolean startsKeyFrame);

    /** The layer begins anew, with other numbers, perhaps another codec. */
    void restarted(Layer layer);
}

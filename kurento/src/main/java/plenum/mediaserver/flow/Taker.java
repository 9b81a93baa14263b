package plenum.mediaserver.flow;

import plenum.mediaserver.rtp.RtpPacket;
import plenum.mediaserver.sdp.Codec;

/** Whoever takes the packets of a publication: a viewer today, a recorder or a mixer alike. */
public interface Taker {
    /**
     * Takes a packet, in the order of arrival.
     *
     * @param packet a view of the publication's own copy, valid during the call
     * @param sequence the extended sequence number
     * @param startsKeyFrame whether decoding can begin here
     */
    void take(RtpPacket packet, long sequence, Codec codec, boolean startsKeyFrame);

    /** The publication begins anew, with other numbers, perhaps another codec. */
    void restarted();
}

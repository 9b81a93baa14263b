package plenum.mediaserver.flow;

import plenum.mediaserver.sdp.Codec;

/** Counters of what has been sent of a stream, and of the viewer's reports on it. */
public record OutboundCounters(
        int ssrc,
        Codec codec,
        long packets,
        long bytes,
        long lost,
        double fractionLost,
        double jitterSeconds,
        double roundTripSeconds,
        long nackCount,
        long pictureLossCount,
        long fullIntraCount,
        long retransmissions) {}

package plenum.mediaserver.flow;

import plenum.mediaserver.sdp.Codec;

/** Counters of the packets received of a publication. */
public record InboundCounters(
        int ssrc,
        Codec codec,
        long packets,
        long bytes,
        long lost,
        double fractionLost,
        double jitterSeconds,
        long nackCount,
        long pictureLossCount) {}

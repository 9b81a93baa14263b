package plenum.mediaserver.flow;

import plenum.mediaserver.sdp.Codec;

/** What has been sent of a stream, and what the viewer says of it. */
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

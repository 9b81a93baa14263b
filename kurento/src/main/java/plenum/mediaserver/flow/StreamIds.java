package plenum.mediaserver.flow;

/** The identifiers of a stream that we send: its SSRCs, and the random start of its sequence numbers and timestamps. */
public record StreamIds(int ssrc, int retransmissionSsrc, int seed) {}

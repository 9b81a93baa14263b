package plenum.mediaserver.flow;

/** The numbers of a stream that we send: its sources, and a random one that its sequence numbers and timestamps start from. */
public record StreamIds(int ssrc, int retransmissionSsrc, int seed) {}

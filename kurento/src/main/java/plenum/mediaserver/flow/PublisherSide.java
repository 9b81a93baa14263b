package plenum.mediaserver.flow;

import java.util.concurrent.Executor;

/**
 * The services that a publication needs of its peer.
 *
 * @param rtcp takes messages to the publisher
 * @param publisherClock of all that the publisher sends
 * @param soon runs a task a millisecond later, on the publication's loop
 */
public record PublisherSide(RtcpSink rtcp, PublisherClock publisherClock, ServerClock clock, Executor soon) {}

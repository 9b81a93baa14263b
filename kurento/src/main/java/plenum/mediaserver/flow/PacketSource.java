package plenum.mediaserver.flow;

/** A source of packets: what a publisher sends of one kind of media. Lives on its pipeline's event loop. */
public interface PacketSource {
    MediaKind kind();

    /**
     * Hands what is sent to {@code taker} until the subscription is closed. What can be begun with at once, the last key frame and what
     * followed it, is handed over before this returns, if the taker takes what was sent before.
     *
     * @param wish how much is wanted; may change at any time
     */
    Subscription subscribe(Taker taker, Wish wish);
}

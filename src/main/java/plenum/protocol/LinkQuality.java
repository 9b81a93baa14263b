package plenum.protocol;

/**
 * How good the way between a tab and the media server is, as the tab measures it.
 *
 * @param roundTrip in milliseconds; 0 while it is unknown
 * @param lostUp per mille of the packets that the tab sent
 * @param lostDown per mille of the packets that were sent to it
 * @param up kbit/s that it sends
 * @param down kbit/s that it receives
 * @param height of the camera's largest picture that it sends, in pixels; 0 when it sends none
 */
public record LinkQuality(LinkPath path, int roundTrip, int lostUp, int lostDown, int up, int down, int height) {}

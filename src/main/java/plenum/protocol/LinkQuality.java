package plenum.protocol;

/**
 * The quality of the path between a browser and the media server, as the browser measures it.
 *
 * @param roundTrip in milliseconds; 0 while it is unknown
 * @param lostUp per mille of the packets that the tab sent
 * @param lostDown per mille of the packets that were sent to it
 * @param up kbit/s that it sends
 * @param down kbit/s that it receives
 * @param height of the camera's largest picture that it sends, in pixels; 0 when it sends none
 */
public record LinkQuality(
        LinkPath path,
        @Range(most = 60_000) int roundTrip,
        @Range(most = 1_000) int lostUp,
        @Range(most = 1_000) int lostDown,
        @Range(most = 1_000_000) int up,
        @Range(most = 1_000_000) int down,
        @Range(most = 8_640) int height) {}

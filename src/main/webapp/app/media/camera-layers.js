/**
 * A camera is sent in three sizes, so that everybody gets the one that fits their tile and their network. The server passes on one of them
 * to each viewer. The rates fit the limits that the server sets by the height of a tile.
 */

/** Three temporal layers: half the frames without the third, a quarter without the second, too. */
const FRAME_RATES = 'L1T3';

/** The smallest first, as browsers give up the last ones first when the network is narrow. */
const LAYERS = [
  { rid: 'l', scaleResolutionDownBy: 4, maxBitrate: 140_000 },
  { rid: 'm', scaleResolutionDownBy: 2, maxBitrate: 500_000 },
  { rid: 'h', scaleResolutionDownBy: 1, maxBitrate: 1_500_000 },
];

/** @returns {(RTCRtpEncodingParameters & {scalabilityMode: string})[]} */
export function cameraEncodings() {
  return LAYERS.map((layer) => ({ ...layer, maxFramerate: 30, scalabilityMode: FRAME_RATES }));
}

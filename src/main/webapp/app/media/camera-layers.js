/**
 * A camera is sent in up to three sizes, so that everybody gets the one that fits their tile and their network; the server passes on one of
 * them to each viewer. Sizes that nobody shows rest. The rates fit the limits that the server sets by the height of a tile.
 */

/** Three temporal layers: half the frames without the third, a quarter without the second, too. */
const FRAME_RATES = 'L1T3';

/** The smallest first, as browsers give up the last ones first when the network is narrow. */
const NAMES = ['l', 'm', 'h'];

/** Of a camera that is not open yet. */
const USUAL_HEIGHT = 720;

/** Least heights of a picture that is sent in three sizes, in two; browsers make no more of smaller ones. */
const THREE_SIZES = 540;
const TWO_SIZES = 270;

/**
 * The encodings of a camera.
 *
 * @param {Pick<MediaStreamTrack, 'getSettings'> | null} camera null before it is open
 * @param {number} wanted the largest height at which anybody shows it, in pixels; the sizes beyond rest
 * @param {number} [count] how many there are, once that is negotiated; else as many as make sense
 * @returns {(RTCRtpEncodingParameters & {scalabilityMode?: string})[]}
 */
export function cameraEncodings(camera, wanted, count) {
  const height = camera?.getSettings().height ?? USUAL_HEIGHT;
  const agreed = count ?? sizes(height);
  if (agreed === 1) return [{ active: true, scaleResolutionDownBy: 1, maxBitrate: rateOf(height, 2_500_000), maxFramerate: 30 }];
  const used = Math.min(agreed, sizes(height));
  return NAMES.slice(0, agreed).map((rid, i) => {
    const scale = 2 ** Math.max(0, used - 1 - i);
    const smallerWillDo = i > 0 && height / scale / 2 >= wanted;
    return {
      rid,
      active: i < used && !smallerWillDo,
      scaleResolutionDownBy: scale,
      maxBitrate: rateOf(height / scale, 1_500_000),
      maxFramerate: 30,
      scalabilityMode: FRAME_RATES,
    };
  });
}

/** @param {number} height */
function sizes(height) {
  if (height >= THREE_SIZES) return 3;
  return height >= TWO_SIZES ? 2 : 1;
}

/** In bit/s. @param {number} height @param {number} most */
function rateOf(height, most) {
  if (height <= 180) return 140_000;
  if (height <= 360) return 500_000;
  return height <= 540 ? 900_000 : most;
}

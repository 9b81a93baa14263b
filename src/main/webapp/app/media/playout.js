/**
 * How long pictures and sound wait for what was lost on the way. Browsers wait about as long as one repetition takes; on a far and lossy way that
 * is lost, too, and the picture freezes. Where it does, everything comes a little later instead.
 */

const STEP = 200;
const MOST = 1000;
/** Seconds of frozen pictures between two looks that are too much. */
const TOO_MUCH = 0.08;
const LITTLE = 0.02;
/** Seconds that a picture stands still because it is to come later from now on. */
const OWN_PAUSE = STEP / 1000 + 0.1;
/** Looks without freezes before less is tried. */
const CALM = 15;

export class Playout {
  /** In milliseconds; 0 leaves it to the browser. */
  target = 0;
  #calm = 0;
  #raised = false;

  /**
   * A look at the connection; true when the target has changed.
   *
   * @param {{frozen: number, repeated: number}} since the last look: seconds of frozen pictures, and packets that were asked for again
   */
  saw({ frozen, repeated }) {
    const before = this.target;
    const tooMuch = this.#raised ? OWN_PAUSE + TOO_MUCH : TOO_MUCH;
    if (frozen > tooMuch && repeated > 0) {
      this.target = Math.min(MOST, this.target + STEP);
      this.#calm = 0;
    } else if (frozen > LITTLE) {
      this.#calm = 0;
    } else if (++this.#calm >= CALM) {
      this.target = Math.max(0, this.target - STEP);
      this.#calm = 0;
    }
    this.#raised = this.target > before;
    return this.target !== before;
  }

  /** Sound waits with its picture. @param {Iterable<RTCRtpReceiver>} receivers */
  apply(receivers) {
    for (const receiver of receivers) {
      if ('jitterBufferTarget' in receiver) receiver.jitterBufferTarget = this.target === 0 ? null : this.target;
    }
  }
}

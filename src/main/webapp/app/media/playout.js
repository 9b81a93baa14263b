/**
 * How long pictures and sound wait for what was lost on the way. Browsers wait about as long as one repetition takes; on a far and lossy way that
 * is lost, too, and the picture freezes. Where it does, everything comes a little later instead.
 */

const STEP = 200;
const MOST = 1000;
/** Seconds of frozen pictures between two looks that are too much. */
const TOO_MUCH = 0.08;
const LITTLE = 0.02;
const MOST_STEPS = 3;
/** Seconds that a picture may stand still for longer than it comes later from now on. */
const SLACK = 0.1;
/** Looks without freezes before less is tried. */
const CALM = 15;

export class Playout {
  /** In milliseconds; 0 leaves it to the browser. */
  target = 0;
  #calm = 0;
  #ownPause = 0;

  /**
   * A look at the connection; true when the target has changed.
   *
   * @param {{frozen: number, repeated: number}} since the last look: seconds of frozen pictures, and packets that were asked for again
   */
  saw({ frozen, repeated }) {
    const before = this.target;
    const suffered = frozen - this.#ownPause;
    if (suffered > TOO_MUCH && repeated > 0) {
      const steps = Math.min(MOST_STEPS, Math.ceil((1000 * suffered) / STEP));
      this.target = Math.min(MOST, this.target + steps * STEP);
      this.#calm = 0;
    } else if (frozen > LITTLE) {
      this.#calm = 0;
    } else if (++this.#calm >= CALM) {
      this.target = Math.max(0, this.target - STEP);
      this.#calm = 0;
    }
    this.#ownPause = this.target > before ? (this.target - before) / 1000 + SLACK : 0;
    return this.target !== before;
  }

  /** Sound waits with its picture. @param {Iterable<RTCRtpReceiver>} receivers */
  apply(receivers) {
    for (const receiver of receivers) {
      if ('jitterBufferTarget' in receiver) receiver.jitterBufferTarget = this.target === 0 ? null : this.target;
    }
  }
}

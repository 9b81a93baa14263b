/**
 * How long pictures and sound wait for what was lost on the way. Browsers wait about as long as one repetition takes; where much is lost, that is
 * lost, too, and the picture freezes. There everything comes a little later instead: as soon as much has to be asked for again, and once more
 * where that was not enough.
 *
 * @import { Counters } from './stats.js'
 */

const STEP = 200;
const MOST = 1000;
/** A pause that nobody sees. */
const GENTLE = 100;
/** Seconds of frozen pictures between two looks: too much, and so much that the next are near. */
const TOO_MUCH = 0.08;
const BAD = 0.25;
const LITTLE = 0.02;
const MOST_STEPS = 3;
/** Seconds that a picture may stand still for longer than it comes later from now on. */
const SLACK = 0.1;
/** Looks at a calm connection before less is tried. */
const CALM = 15;
/** Requests for repetitions, of the packets that came, that are many. */
const MANY = 0.04;
/** Browsers think of one repetition; several come in twice the time. */
const SEVERAL = 2;

export class Playout {
  /** In milliseconds; 0 leaves it to the browser. */
  target = 0;
  #goal = 0;
  #calm = 0;
  #ownPause = 0;

  /**
   * A look at the connection; true when the target has changed.
   *
   * @param {Pick<Counters, 'received' | 'frozen' | 'repeated' | 'needed' | 'shown'>} counted since the last look
   */
  saw({ received, frozen, repeated, needed, shown }) {
    const before = this.target;
    const lossy = repeated > MANY * received;
    const suffered = frozen - this.#ownPause;
    if (lossy) this.#aimAt((SEVERAL * 1000 * needed) / Math.max(1, shown));
    const freezes = suffered > TOO_MUCH && repeated > 0;
    if (freezes) this.#aimAt(before + STEP * Math.min(MOST_STEPS, Math.ceil((1000 * suffered) / STEP)));
    this.target = freezes && suffered > BAD ? this.#goal : Math.min(this.#goal, before + GENTLE);
    if (lossy || frozen > LITTLE) {
      this.#calm = 0;
    } else if (++this.#calm >= CALM) {
      this.target = Math.max(0, this.target - STEP);
      this.#goal = this.target;
      this.#calm = 0;
    }
    this.#ownPause = this.target - before > GENTLE ? (this.target - before) / 1000 + SLACK : 0;
    return this.target !== before;
  }

  /** @param {number} wanted in milliseconds */
  #aimAt(wanted) {
    this.#goal = Math.max(this.#goal, Math.min(MOST, Math.ceil(wanted / GENTLE) * GENTLE));
  }

  /** Sound waits with its picture. @param {Iterable<RTCRtpReceiver>} receivers */
  apply(receivers) {
    for (const receiver of receivers) {
      if ('jitterBufferTarget' in receiver) receiver.jitterBufferTarget = this.target === 0 ? null : this.target;
    }
  }
}

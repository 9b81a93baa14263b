/**
 * Counts down what the server said was left, by this tab's own clock: whatever time the computer believes it is.
 *
 * @import { Breakout } from './slice.js'
 */
export class TimeLeft {
  /** @type {Breakout['left']} */
  #told = null;
  #end = 0;
  /** @type {number | undefined} */
  #ticking;
  #onTick;

  /** @param {() => void} onTick called once a second while something is left */
  constructor(onTick) {
    this.#onTick = onTick;
  }

  /** @param {Breakout['left']} left */
  told(left) {
    if (left === this.#told) return;
    this.#told = left;
    this.rest();
    if (!left) return;
    this.#end = performance.now() + left.seconds * 1000;
    this.#ticking = window.setInterval(this.#onTick, 1000);
  }

  /** In seconds; null: for as long as they like. */
  get now() {
    return this.#told && Math.max(0, (this.#end - performance.now()) / 1000);
  }

  rest() {
    window.clearInterval(this.#ticking);
  }
}

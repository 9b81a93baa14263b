/**
 * Counts down what the server said was left, by this tab's own clock: whatever time the computer believes it is.
 */
export class TimeLeft {
  /** @type {{readonly seconds: number} | null} a new object each time it is told */
  #told = null;
  #end = 0;
  /** @type {number | undefined} */
  #ticking;
  #onTick;

  /** @param {() => void} onTick called once a second while something is left */
  constructor(onTick) {
    this.#onTick = onTick;
  }

  /** @param {{readonly seconds: number} | null} left */
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

/** Minutes and seconds. @param {number} seconds */
export function clock(seconds) {
  const whole = Math.max(0, Math.ceil(seconds));
  const hours = Math.floor(whole / 3600);
  const rest = [Math.floor((whole % 3600) / 60), whole % 60].map((part) => String(part).padStart(2, '0'));
  return (hours > 0 ? [hours, ...rest] : rest).join(':');
}

/**
 * How large others show the own camera at most. It grows at once, but shrinks late: viewers need a moment to change to a smaller size, and
 * a layout that changes back and forth is no reason to start and stop encoders.
 */
const PATIENCE_MILLIS = 2_000;

export class ShownHeight {
  /** In pixels; all sizes are wanted until the server says otherwise. */
  now = Infinity;
  #changed;
  #timer = 0;

  /** @param {() => void} changed */
  constructor(changed) {
    this.#changed = changed;
  }

  /** @param {number} height in pixels, 0 when nobody shows it */
  told(height) {
    clearTimeout(this.#timer);
    if (height >= this.now) this.#set(height);
    else this.#timer = setTimeout(() => this.#set(height), PATIENCE_MILLIS);
  }

  /** Nothing is to happen any more. */
  rest() {
    clearTimeout(this.#timer);
  }

  /** @param {number} height */
  #set(height) {
    const news = height !== this.now;
    this.now = height;
    if (news) this.#changed();
  }
}

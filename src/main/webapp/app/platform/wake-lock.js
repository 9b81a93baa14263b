/** Keeps the display awake during a meeting, again after the tab was away. Nothing happens where the browser cannot, or saves energy. */
export class WakeLock {
  /** @type {WakeLockSentinel | null} */
  #held = null;
  #wanted = false;

  constructor() {
    document.addEventListener('visibilitychange', () => void this.#take());
  }

  hold() {
    this.#wanted = true;
    void this.#take();
  }

  release() {
    this.#wanted = false;
    void this.#held?.release();
    this.#held = null;
  }

  async #take() {
    if (!this.#wanted || document.hidden || (this.#held && !this.#held.released)) return;
    try {
      this.#held = await navigator.wakeLock.request('screen');
      if (!this.#wanted) this.release();
    } catch {
      // see above
    }
  }
}

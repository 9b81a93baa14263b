/**
 * Notices that this tab was away: the computer slept, a phone froze the page, the tab was in the background for long. Connections may have
 * died meanwhile without anybody being told.
 *
 * @typedef {object} WakingParts
 * @property {(slept: boolean) => void} onWake whether even the timers stood still
 * @property {Pick<Document, 'addEventListener' | 'visibilityState'>} [page]
 * @property {Pick<Window, 'addEventListener'>} [view]
 * @property {() => number} [now] milliseconds
 */

const BEAT = 4000;
/** Timers of a page that is seen are never this late, but for sleep. */
const GAP = 15_000;
/** A look at another tab is no absence. */
const AWAY = 20_000;

export class Waking {
  #beatAt;
  /** @type {number | null} */
  #hiddenAt = null;
  #now;
  #page;
  #onWake;

  /** @param {WakingParts} parts */
  constructor({ onWake, page = document, view = window, now = () => Date.now() }) {
    this.#onWake = onWake;
    this.#page = page;
    this.#now = now;
    this.#beatAt = now();
    page.addEventListener('visibilitychange', () => this.#visibility());
    page.addEventListener('resume', () => this.#wake(true));
    view.addEventListener('pageshow', (event) => {
      if (/** @type {PageTransitionEvent} */ (event).persisted) this.#wake(true);
    });
    setInterval(() => this.#beat(), BEAT);
  }

  #beat() {
    const late = this.#now() - this.#beatAt > GAP;
    this.#beatAt = this.#now();
    // timers of a hidden page are late anyway
    if (late && this.#page.visibilityState === 'visible') this.#wake(true);
  }

  #visibility() {
    if (this.#page.visibilityState === 'hidden') {
      this.#hiddenAt = this.#now();
      return;
    }
    const away = this.#hiddenAt !== null && this.#now() - this.#hiddenAt > AWAY;
    this.#hiddenAt = null;
    if (away) this.#wake(false);
  }

  /** @param {boolean} slept */
  #wake(slept) {
    this.#beatAt = this.#now();
    this.#onWake(slept);
  }
}

import { clock } from '../ui/time-left.js';

/** Counts down what is left, by this page's own clock, and shows moments in the reader's zone. */
export class Times {
  #main;
  /** @type {WeakMap<HTMLElement, number>} when nothing is left, by element */
  #ends = new WeakMap();

  /** @param {HTMLElement} main */
  constructor(main) {
    this.#main = main;
  }

  listen() {
    this.show();
    window.setInterval(() => this.#tick(), 1000);
  }

  /** After each update: the elements are others then. */
  show() {
    this.#tick();
    const language = document.documentElement.lang;
    for (const moment of /** @type {NodeListOf<HTMLTimeElement>} */ (this.#main.querySelectorAll('time[datetime]'))) {
      moment.textContent = new Date(moment.dateTime).toLocaleString(language, { dateStyle: 'short', timeStyle: 'short' });
    }
  }

  #tick() {
    for (const element of /** @type {NodeListOf<HTMLElement>} */ (this.#main.querySelectorAll('[data-left]'))) {
      const left = Number(element.dataset.left);
      const paused = element.dataset.paused === 'true';
      if (!this.#ends.has(element)) this.#ends.set(element, performance.now() + left * 1000);
      const words = clock(paused ? left : ((this.#ends.get(element) ?? 0) - performance.now()) / 1000);
      if (element.textContent !== words) element.textContent = words;
    }
  }
}

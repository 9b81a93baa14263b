import { set } from '../ui/dom.js';

/**
 * Marks an element `data-idle` while nobody does anything, so that what is in the way of the picture can step aside: never while the
 * keyboard is in it, and back at the first movement, touch or key.
 */

const IDLE_AFTER = 5000;
const SIGNS = ['pointermove', 'pointerdown', 'keydown', 'focusin', 'wheel'];

export class IdleWatch {
  #element;
  #mayHide;
  /** @type {number | undefined} */
  #timer;

  /** @param {HTMLElement} element @param {() => boolean} mayHide asked each time */
  constructor(element, mayHide) {
    this.#element = element;
    this.#mayHide = mayHide;
  }

  start() {
    for (const sign of SIGNS) document.addEventListener(sign, this.#wake, { passive: true });
    this.#wake();
  }

  stop() {
    for (const sign of SIGNS) document.removeEventListener(sign, this.#wake);
    clearTimeout(this.#timer);
    set(this.#element, 'data-idle', null);
  }

  #wake = () => {
    clearTimeout(this.#timer);
    set(this.#element, 'data-idle', null);
    this.#timer = window.setTimeout(() => this.#rest(), IDLE_AFTER);
  };

  #rest() {
    if (this.#mayHide()) set(this.#element, 'data-idle', true);
    else this.#timer = window.setTimeout(() => this.#rest(), IDLE_AFTER);
  }
}

/** Whether the keyboard is there; a click with the mouse leaves no trace. @param {Element} element */
export function holdsKeyboard(element) {
  return element.querySelector(':focus-visible') !== null;
}

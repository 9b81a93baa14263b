import { set } from '../ui/dom.js';

/**
 * Fields that leave only the rows of a list whose names contain what is typed: `data-filter` says which rows. What is selected stays so.
 */
export class Filters {
  #main;

  /** @param {HTMLElement} main */
  constructor(main) {
    this.#main = main;
  }

  listen() {
    this.#main.addEventListener('input', ({ target }) => {
      if (target instanceof HTMLInputElement && target.dataset.filter) this.apply();
    });
  }

  /** After each update, too: the rows are others then. */
  apply() {
    for (const field of /** @type {NodeListOf<HTMLInputElement>} */ (this.#main.querySelectorAll('[data-filter]'))) {
      for (const row of /** @type {NodeListOf<HTMLElement>} */ (this.#main.querySelectorAll(field.dataset.filter ?? ''))) {
        set(row, 'hidden', !contains(row.querySelector('.desk-name')?.textContent ?? '', field.value));
      }
    }
  }
}

/** Whether a name contains what was typed, whatever its case and accents. Pure. @param {string} name @param {string} typed */
export function contains(name, typed) {
  return plain(name).includes(plain(typed.trim()));
}

/** @param {string} text */
function plain(text) {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

import { afterAnswers, beforeQuestions, withAnswers } from './faces.js';

/**
 * Which people are selected in the table, and what can be done with them. The server draws the table anew with the selection that it was told;
 * what somebody selected since then is selected again.
 */
export class Selection {
  #main;
  #observer;
  /** Ids of rows, and whether each has been selected or not since the last question. @type {Map<string, boolean>} */
  #changed = new Map();
  /** The same of rows that an answer has drawn anew. @type {Map<string, boolean>} */
  #wanted = new Map();

  /** @param {HTMLElement} main */
  constructor(main) {
    this.#main = main;
    this.#observer = new MutationObserver((records) => {
      this.#note(records);
      this.show();
    });
  }

  listen() {
    this.#observer.observe(this.#main, { subtree: true, attributes: true, attributeFilter: ['aria-selected'] });
    beforeQuestions(() => {
      this.#observer.takeRecords();
      this.#changed.clear();
    });
    withAnswers(() => {
      this.#note(this.#observer.takeRecords());
      for (const [id, on] of this.#changed) this.#wanted.set(id, on);
      this.#keep();
    });
    afterAnswers(() => {
      this.#restore();
      this.show();
    });
    this.show();
  }

  show() {
    const count = this.#count();
    const words = /** @type {HTMLElement} */ (this.#main.querySelector('.desk-selected'));
    const text = count === 0 ? words.dataset.none : words.dataset.some?.replace('{0}', String(count));
    if (words.textContent !== text) words.textContent = text ?? '';
    for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (this.#main.querySelectorAll('.desk-bulk > button'))) button.disabled = count === 0;
  }

  /** @param {MutationRecord[]} records */
  #note(records) {
    for (const { target } of records) {
      const row = /** @type {HTMLElement} */ (target);
      if (row.dataset.rk) this.#changed.set(row.dataset.rk, isSelected(row));
    }
  }

  /** For the question that follows at once, before the table is alive again. */
  #keep() {
    const field = this.#main.querySelector('#people_selection');
    if (!(field instanceof HTMLInputElement) || this.#wanted.size === 0) return;
    const told = field.value.split(',').filter((id) => id !== '' && this.#wanted.get(id) !== false);
    const missing = [...this.#wanted].filter(([id, on]) => on && !told.includes(id) && this.#main.querySelector(`#people tr[data-rk="${id}"]`)).map(([id]) => id);
    field.value = [...told, ...missing].join(',');
  }

  #restore() {
    const table = widget();
    if (!table) return;
    const wantedOf = new Map(this.#wanted);
    this.#wanted.clear();
    for (const row of /** @type {NodeListOf<HTMLElement>} */ (this.#main.querySelectorAll('#people tr[data-rk]'))) {
      const wanted = wantedOf.get(row.dataset.rk ?? '');
      if (wanted === undefined || wanted === isSelected(row)) continue;
      if (wanted) table.selectRow(table.tbody.children().filter(row), true);
      else table.unselectRow(table.tbody.children().filter(row), true);
    }
  }

  #count() {
    return this.#main.querySelectorAll('#people tr[aria-selected="true"]').length;
  }
}

/** @param {HTMLElement} row */
function isSelected(row) {
  return row.getAttribute('aria-selected') === 'true';
}

/**
 * PrimeFaces' table.
 *
 * @typedef {{tbody: {children(): {filter(row: HTMLElement): object}}, selectRow(row: object, silent: boolean): void, unselectRow(row: object, silent: boolean): void}} Table
 * @returns {Table | undefined}
 */
function widget() {
  return /** @type {{PrimeFaces?: {widgets: {people?: Table}}}} */ (/** @type {unknown} */ (window)).PrimeFaces?.widgets.people;
}

import { afterAnswers, beforeQuestions } from './faces.js';

/**
 * Which people are selected in the table, and what can be done with them. The server draws the table anew with the selection that it was told;
 * what somebody selected since then is selected again.
 */
export class Selection {
  #main;
  #observer;
  /** Ids of rows, and whether each has been selected or not since the last question. @type {Map<string, boolean>} */
  #changed = new Map();

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
    afterAnswers(() => {
      this.#note(this.#observer.takeRecords());
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

  #restore() {
    const table = widget();
    if (!table) return;
    for (const row of /** @type {NodeListOf<HTMLElement>} */ (this.#main.querySelectorAll('#people tr[data-rk]'))) {
      const wanted = this.#changed.get(row.dataset.rk ?? '');
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

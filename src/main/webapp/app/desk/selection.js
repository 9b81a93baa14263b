/** How many people are selected in the table, and what can be done with them. */
export class Selection {
  #main;

  /** @param {HTMLElement} main */
  constructor(main) {
    this.#main = main;
  }

  listen() {
    new MutationObserver(() => this.show()).observe(this.#main, { subtree: true, attributes: true, attributeFilter: ['aria-selected'] });
    this.show();
  }

  show() {
    const count = this.#count();
    const words = /** @type {HTMLElement} */ (this.#main.querySelector('.desk-selected'));
    const text = count === 0 ? words.dataset.none : words.dataset.some?.replace('{0}', String(count));
    if (words.textContent !== text) words.textContent = text ?? '';
    for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (this.#main.querySelectorAll('.desk-bulk > button'))) button.disabled = count === 0;
  }

  #count() {
    return this.#main.querySelectorAll('#people tr[aria-selected="true"]').length;
  }
}

import { command } from './faces.js';

/**
 * Controls that act on one person, room or poll: they say what (`data-act`), the row says on which (`data-id`, or `data-rk` in a table).
 * Enter in a field presses the button that the field names.
 */
export class Actions {
  #main;

  /** @param {HTMLElement} main */
  constructor(main) {
    this.#main = main;
  }

  listen() {
    this.#main.addEventListener('click', ({ target }) => {
      const control = target instanceof Element ? /** @type {HTMLElement | null} */ (target.closest('button[data-act]')) : null;
      if (control) act(control, control.dataset.value ?? '');
    });
    this.#main.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLElement && target.matches('select[data-act], input[data-act]')) act(target, /** @type {HTMLSelectElement} */ (target).value);
    });
    this.#main.addEventListener('keydown', (event) => {
      const { target, key } = event;
      if (key !== 'Enter' || !(target instanceof HTMLInputElement) || target.type === 'checkbox') return;
      event.preventDefault();
      if (target.dataset.enter) document.getElementById(target.dataset.enter)?.click();
      else if (target.dataset.act) target.blur();
    });
  }
}

/** @param {HTMLElement} control @param {string} value */
function act(control, value) {
  const row = /** @type {HTMLElement | null} */ (control.closest('[data-id], [data-rk]'));
  const id = row?.dataset.id ?? row?.dataset.rk;
  if (id) command('deskAct', { act: control.dataset.act ?? '', id, value });
}

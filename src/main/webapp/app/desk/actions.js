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
      if (control && isSure(control)) act(control, '');
    });
    this.#main.addEventListener('focusout', ({ target }) => {
      if (target instanceof HTMLElement && target.dataset.asked !== undefined) calm(target);
      // what was typed before the field was drawn anew is no change to the browser
      if (target instanceof HTMLInputElement && target.dataset.restored) act(target, target.value);
    });
    this.#main.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLElement) delete target.dataset.restored;
      if (target instanceof HTMLElement && target.matches('select[data-act], input[data-act]')) act(target, /** @type {HTMLSelectElement} */ (target).value);
    });
    this.#main.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && !event.defaultPrevented) this.#escape(event);
      const { target, key } = event;
      if (key !== 'Enter' || !(target instanceof HTMLInputElement) || target.type === 'checkbox') return;
      event.preventDefault();
      if (target.dataset.enter) document.getElementById(target.dataset.enter)?.click();
      else if (target.dataset.act) target.blur(); // which ends the change
    });
  }

  /** Beside the stage, Escape closes the desk, unless something lies over it. @param {KeyboardEvent} event */
  #escape({ target }) {
    const covered = document.querySelector('.ui-overlay-visible, .ui-dialog[aria-hidden="false"], .ui-connected-overlay-enter-done') !== null;
    const typing = target instanceof HTMLInputElement && target.type !== 'checkbox' && target.value !== '';
    if (this.#main.dataset.docked === 'true' && !covered && !typing) window.parent.postMessage('plenum-desk-close', window.location.origin);
  }
}

/** Does what a control says with whom its row is about. @param {HTMLElement} control @param {string} value */
export function act(control, value) {
  const row = /** @type {HTMLElement | null} */ (control.closest('[data-id], [data-rk]'));
  const id = row?.dataset.id ?? row?.dataset.rk;
  if (control instanceof HTMLInputElement) control.dataset.sent = control.value;
  if (id) command('deskAct', { act: control.dataset.act ?? '', id, value });
}

/** What cannot be taken back is asked on the button itself: it is pressed twice. @param {HTMLElement} control */
function isSure(control) {
  const { sure, asked } = control.dataset;
  if (!sure || asked !== undefined) return true;
  control.dataset.asked = control.textContent ?? '';
  control.textContent = sure;
  control.classList.add('danger-fill');
  return false;
}

/** @param {HTMLElement} control */
function calm(control) {
  control.textContent = control.dataset.asked ?? '';
  delete control.dataset.asked;
  control.classList.remove('danger-fill');
}

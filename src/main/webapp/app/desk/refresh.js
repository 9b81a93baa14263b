import { afterAnswers, command } from './faces.js';

/**
 * Brings parts of the page up to date that have changed. A part in which somebody types or chooses waits until they are done; in any other the
 * focus stays on the same control of the same person, wherever their row is then.
 */

/** What somebody is in the middle of. */
const EDITED = 'input:not([type=checkbox]), textarea, select';

/** From the last answer to the next question when all is quiet: keeps the session, and counts speaking times on. */
const QUIET = 60_000;

export class Refresh {
  /** @type {Set<string>} */
  #stale = new Set();
  #asking = false;
  #main;
  #after;
  /** @type {number | undefined} */
  #quiet;

  /** @param {HTMLElement} main @param {() => void} after called after each update */
  constructor(main, after) {
    this.#main = main;
    this.#after = after;
  }

  listen() {
    this.#main.addEventListener('focusout', () => window.setTimeout(() => this.#ask()));
    this.#main.addEventListener('focusin', ({ target }) => this.#note(target));
    this.#main.addEventListener('input', ({ target }) => this.#keep(target));
    this.#main.addEventListener('change', () => (this.#typed = null));
    afterAnswers(() => {
      this.#asking = false;
      this.#main.dataset.live = 'true';
      this.#refocus();
      this.#after();
      this.#ask();
    });
    // 'toggle' does not bubble
    this.#main.addEventListener('toggle', ({ target }) => this.#opened(/** @type {HTMLDetailsElement} */ (target)), { capture: true });
    this.#wait();
  }

  /** @param {HTMLDetailsElement} section */
  #opened({ open, dataset }) {
    if (open && dataset.part === 'log') this.changed(['log']);
  }

  /** These parts look different now. @param {Iterable<string>} parts */
  changed(parts) {
    for (const part of parts) this.#stale.add(part);
    // whatever happens is a line there
    if (this.#main.querySelector('[data-part="log"][open]')) this.#stale.add('log');
    this.#ask();
  }

  /** Everything may look different. */
  all() {
    this.changed([...this.#main.querySelectorAll('[data-part]')].map((part) => /** @type {HTMLElement} */ (part).dataset.part ?? ''));
  }

  #ask() {
    if (this.#asking) return;
    const ready = [...this.#stale].filter((part) => !this.#isEdited(part));
    if (ready.length === 0) return;
    for (const part of ready) this.#stale.delete(part);
    this.#asking = true;
    this.#note(document.activeElement);
    command('deskRefresh', { parts: ready.join(',') });
    this.#wait();
  }

  #wait() {
    window.clearTimeout(this.#quiet);
    this.#quiet = window.setTimeout(() => {
      this.changed(['people']);
      this.#wait();
    }, QUIET);
  }

  /** Fields beside a list are not drawn anew, those inside of it are. @param {string} part */
  #isEdited(part) {
    const { activeElement } = document;
    if (!activeElement?.matches(EDITED) || !activeElement.closest(`[data-part="${part}"] [data-edited]`)) return false;
    // the focus alone, or a text that was sent, is nobody's typing
    return !(activeElement instanceof HTMLInputElement && activeElement.value === (activeElement.dataset.sent ?? activeElement.defaultValue));
  }

  /** @type {{id: string, control: string} | null} */
  #focused = null;

  /** Remembers a control by whom it is about and what it does. @param {EventTarget | null} target */
  #note(target) {
    const row = target instanceof HTMLElement ? target.closest('[data-id], [data-rk]') : null;
    this.#focused = row ? { id: identity(row), control: controlOf(/** @type {HTMLElement} */ (target)) } : null;
  }

  /** What is in a field that nobody has sent yet. @type {{id: string, control: string, value: string} | null} */
  #typed = null;

  /** @param {EventTarget | null} target */
  #keep(target) {
    const row = target instanceof HTMLInputElement && target.dataset.act ? target.closest('[data-id], [data-rk]') : null;
    this.#typed = row && target instanceof HTMLInputElement ? { id: identity(row), control: controlOf(target), value: target.value } : null;
  }

  /** An answer to an earlier question drew the field anew while somebody typed in it. @param {Element | null} control */
  #restore(control) {
    const typed = this.#typed;
    const row = control?.closest('[data-id], [data-rk]');
    if (!typed || !row || !(control instanceof HTMLInputElement) || identity(row) !== typed.id || controlOf(control) !== typed.control) return;
    if (control.value === typed.value) return;
    control.value = typed.value;
    control.dataset.restored = 'true';
  }

  #refocus() {
    const focused = this.#focused;
    if (!focused) return;
    const here = document.activeElement?.closest('[data-id], [data-rk]');
    if (here && identity(here) === focused.id && controlOf(/** @type {HTMLElement} */ (document.activeElement)) === focused.control) return;
    const row = [...this.#main.querySelectorAll('[data-id], [data-rk]')].find((one) => identity(one) === focused.id);
    const control = row && [...row.querySelectorAll('button, input, select, a')].find((one) => controlOf(/** @type {HTMLElement} */ (one)) === focused.control);
    // what it did cannot be done any more: the row's first control, or else the part itself
    const next = control ?? row?.querySelector('button, input, select') ?? null;
    this.#restore(next);
    if (next instanceof HTMLElement) next.focus({ preventScroll: true });
    else if (here || document.activeElement === document.body) this.#main.focus({ preventScroll: true });
  }
}

/** @param {Element} row */
function identity(row) {
  return /** @type {HTMLElement} */ (row).dataset.id ?? /** @type {HTMLElement} */ (row).dataset.rk ?? '';
}

/** @param {HTMLElement} control */
function controlOf(control) {
  return control.dataset.act ?? control.tagName;
}

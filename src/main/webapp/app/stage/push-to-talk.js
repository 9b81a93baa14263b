/**
 * The space bar lets somebody speak who is muted, for as long as it is held. A control that was reached with the keyboard keeps the space
 * bar for itself; one that was clicked does not.
 *
 * @typedef {object} PushToTalkParts
 * @property {() => boolean} isMuted
 * @property {() => boolean} isFree whether nothing else wants the keyboard, such as a dialog
 * @property {(talking: boolean) => void} turn
 */

const TYPES = 'input, textarea, select, summary, a[href], [contenteditable], [role=menu], [role=tab]';

export class PushToTalk {
  #parts;
  #talking = false;
  #byPointer = false;

  /** @param {PushToTalkParts} parts */
  constructor(parts) {
    this.#parts = parts;
  }

  start() {
    document.addEventListener('pointerdown', this.#onPointer, true);
    document.addEventListener('keydown', this.#onDown, true);
    document.addEventListener('keyup', this.#onUp, true);
    window.addEventListener('blur', this.#release);
  }

  stop() {
    this.#release();
    document.removeEventListener('pointerdown', this.#onPointer, true);
    document.removeEventListener('keydown', this.#onDown, true);
    document.removeEventListener('keyup', this.#onUp, true);
    window.removeEventListener('blur', this.#release);
  }

  #onPointer = () => {
    this.#byPointer = true;
  };

  /** @param {KeyboardEvent} event */
  #onDown = (event) => {
    if (event.key === 'Tab' || /^Arrow/.test(event.key)) this.#byPointer = false;
    if (event.key !== ' ' || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!this.#talking) {
      if (event.repeat || !this.#parts.isFree() || !isOurs(event.target, this.#byPointer) || !this.#parts.isMuted()) return;
      this.#talking = true;
      this.#parts.turn(true);
    }
    event.preventDefault();
  };

  /** @param {KeyboardEvent} event */
  #onUp = (event) => {
    if (event.key !== ' ' || !this.#talking) return;
    // or it would click the button that has the focus
    event.preventDefault();
    this.#release();
  };

  #release = () => {
    if (!this.#talking) return;
    this.#talking = false;
    this.#parts.turn(false);
  };
}

/** Whether a space bar pressed there is for nothing else. @param {EventTarget | null} target @param {boolean} byPointer how one got there */
export function isOurs(target, byPointer) {
  const element = /** @type {HTMLElement | null} */ (target);
  if (element?.closest?.(TYPES)) return false;
  return byPointer || !element?.closest?.('button');
}

import { act } from './actions.js';

/** People are dragged from one room's list to another's; the choice beside each name does the same without a mouse. */
export class Drag {
  /** @type {HTMLElement | null} */
  #dragged = null;
  #main;

  /** @param {HTMLElement} main */
  constructor(main) {
    this.#main = main;
  }

  listen() {
    this.#main.addEventListener('dragstart', ({ target, dataTransfer }) => {
      this.#dragged = target instanceof HTMLElement ? target.closest('li[draggable]') : null;
      dataTransfer?.setData('text/plain', this.#dragged?.querySelector('.desk-name')?.textContent ?? '');
    });
    this.#main.addEventListener('dragend', () => this.#over(null));
    this.#main.addEventListener('dragover', (event) => {
      const room = this.#dragged && roomAt(event.target);
      if (room) event.preventDefault();
      this.#over(room);
    });
    this.#main.addEventListener('drop', (event) => {
      const room = roomAt(event.target);
      const choice = this.#dragged?.querySelector('select');
      if (room && choice) {
        event.preventDefault();
        act(choice, room.dataset.room ?? '');
      }
      this.#over(null);
      this.#dragged = null;
    });
  }

  /** @param {HTMLElement | null} room */
  #over(room) {
    for (const other of this.#main.querySelectorAll('.desk-room[data-over]')) if (other !== room) other.removeAttribute('data-over');
    room?.setAttribute('data-over', '');
  }
}

/** @param {EventTarget | null} target @returns {HTMLElement | null} */
function roomAt(target) {
  return target instanceof Element ? target.closest('[data-room]') : null;
}

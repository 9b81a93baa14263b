import { beforeQuestions, withAnswers } from './faces.js';

/**
 * Switches that somebody turns while an answer to an earlier question is on its way: the answer draws them as they were before, until their own
 * question is answered.
 */
export class Switches {
  #main;
  /** Ids of switches whose question has not been sent yet. @type {Map<string, boolean>} */
  #turned = new Map();

  /** @param {HTMLElement} main */
  constructor(main) {
    this.#main = main;
  }

  listen() {
    // before PrimeFaces asks
    this.#main.addEventListener('change', ({ target }) => this.#note(target), { capture: true });
    beforeQuestions((source) => this.#turned.delete(source));
    withAnswers(() => this.#restore());
  }

  /** @param {EventTarget | null} target */
  #note(target) {
    if (target instanceof HTMLInputElement && target.matches('.toggle')) this.#turned.set(target.id, target.checked);
  }

  #restore() {
    for (const [id, on] of this.#turned) {
      const box = document.getElementById(id);
      if (box instanceof HTMLInputElement) box.checked = on;
    }
  }
}

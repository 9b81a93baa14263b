/**
 * State, and who wants to know about it. One direction: view → action → reducer → view. Holds ids and flags only, never tracks or peer
 * connections.
 *
 * @template S, A
 */
export class Store {
  #state;
  #reduce;
  /** @type {Set<(state: S) => void>} */
  #subscribers = new Set();
  #announced = false;

  /** @param {(state: S, action: A) => S} reduce @param {S} initial */
  constructor(reduce, initial) {
    this.#reduce = reduce;
    this.#state = initial;
  }

  get state() {
    return this.#state;
  }

  /** @param {A} action */
  dispatch(action) {
    const next = this.#reduce(this.#state, action);
    if (next === this.#state) return;
    this.#state = next;
    if (this.#announced) return;
    this.#announced = true;
    queueMicrotask(() => {
      this.#announced = false;
      for (const subscriber of [...this.#subscribers]) subscriber(this.#state);
    });
  }

  /**
   * Told once now, then after changes; several actions in a row are one change.
   *
   * @param {(state: S) => void} subscriber
   * @returns {() => void} ends it
   */
  subscribe(subscriber) {
    this.#subscribers.add(subscriber);
    subscriber(this.#state);
    return () => this.#subscribers.delete(subscriber);
  }
}

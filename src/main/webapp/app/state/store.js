/**
 * State, and who wants to know about it. One direction: view → action → reducer → view. Holds ids and flags only, never tracks or peer
 * connections.
 *
 * @template S, A
 * @typedef {object} StoreOf what views use of a store; one that holds more is one, too
 * @property {S} state
 * @property {(action: A) => void} dispatch
 * @property {(subscriber: (state: S) => void, slices?: ReadonlyArray<keyof S>) => () => void} subscribe
 */

/** @template S, A */
export class Store {
  #state;
  #reduce;
  /** @type {Set<() => void>} */
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
      for (const tell of [...this.#subscribers]) tell();
    });
  }

  /**
   * Told once now, then after changes; several actions in a row are one change.
   *
   * @param {(state: S) => void} subscriber
   * @param {ReadonlyArray<keyof S>} [slices] told only when one of these has changed
   * @returns {() => void} ends it
   */
  subscribe(subscriber, slices) {
    let told = this.#state;
    const tell = () => {
      const now = this.#state;
      if (slices?.every((name) => now[name] === told[name])) return;
      told = now;
      subscriber(now);
    };
    this.#subscribers.add(tell);
    subscriber(told);
    return () => this.#subscribers.delete(tell);
  }
}

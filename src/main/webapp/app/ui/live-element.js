/**
 * An element that is brought up to date whenever a state changes, for as long as it is in the page.
 *
 * @template S
 * @typedef {{subscribe(subscriber: (state: S) => void, slices?: ReadonlyArray<keyof S>): () => void}} Live
 */

/** @template S */
export class LiveElement extends HTMLElement {
  #store;
  #slices;
  /** @type {(() => void) | null} */
  #end = null;

  /** @param {Live<S>} store @param {ReadonlyArray<keyof S>} slices what the element shows */
  constructor(store, slices) {
    super();
    this.#store = store;
    this.#slices = slices;
  }

  connectedCallback() {
    this.#end ??= this.#store.subscribe((state) => this.update(state), this.#slices);
  }

  disconnectedCallback() {
    this.#end?.();
    this.#end = null;
  }

  /** Shows the state. @param {S} state */
  update(state) {
    void state;
  }
}

/**
 * An element that is brought up to date whenever the talk or the meeting changes, for as long as it is in the page.
 *
 * @import { StageParts } from '../stage/stage-view.js'
 */
export class TalkView extends HTMLElement {
  #stores;
  /** @type {Array<() => void>} */
  #ends = [];

  /** @param {StageParts} parts */
  constructor({ desk, store }) {
    super();
    this.#stores = [desk.store, store];
  }

  connectedCallback() {
    this.#ends = this.#stores.map((store) => store.subscribe(() => this.update()));
  }

  disconnectedCallback() {
    this.#ends.splice(0).forEach((end) => end());
  }

  /** What the element shows. */
  update() {}
}

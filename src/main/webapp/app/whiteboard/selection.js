/**
 * The selected elements by id; groups are selected as a whole.
 *
 * @import { Element, Scene } from './scene.js'
 */

export class Selection extends EventTarget {
  /** @type {Set<string>} */
  #ids = new Set();
  #scene;
  #page;

  /** @param {Scene} scene @param {() => number} page */
  constructor(scene, page) {
    super();
    this.#scene = scene;
    this.#page = page;
  }

  get size() {
    return this.elements().length;
  }

  /** The lowest first; what somebody has deleted is gone. @returns {Element[]} */
  elements() {
    const found = [...this.#ids].map((id) => this.#scene.get(id)).filter((element) => element !== undefined);
    return found.filter(({ page }) => page === this.#page()).sort((a, b) => a.place.z - b.place.z);
  }

  /** @param {string} id */
  has(id) {
    return this.#ids.has(id);
  }

  /** @param {readonly string[]} ids */
  are(ids) {
    this.#ids = this.#withGroups(ids);
    this.dispatchEvent(new Event('change'));
  }

  /** @param {readonly string[]} ids */
  add(ids) {
    this.are([...this.#ids, ...ids]);
  }

  /** @param {string} id */
  toggle(id) {
    const one = this.#withGroups([id]);
    this.#ids = this.#ids.has(id) ? new Set([...this.#ids].filter((other) => !one.has(other))) : new Set([...this.#ids, ...one]);
    this.dispatchEvent(new Event('change'));
  }

  /** @param {readonly string[]} ids @returns {Set<string>} */
  #withGroups(ids) {
    const groups = new Set(ids.map((id) => this.#scene.get(id)?.place.group).filter(Boolean));
    if (groups.size === 0) return new Set(ids);
    return new Set([...ids, ...this.#scene.on(this.#page()).filter(({ place }) => groups.has(place.group)).map(({ id }) => id)]);
  }
}

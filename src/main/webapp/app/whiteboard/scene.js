import { BoxIndex } from './box-index.js';
import { readBody, readPlace } from './codec.js';
import { boxOf, painted } from './geometry.js';

/**
 * The content of the board: the changes that the server has ordered, and on top of them this tab's changes that are not stored yet. For each element the last body
 * and the last place count, so everybody who has heard the same sees the same. No element of the page.
 *
 * @import { BoardEntry, BoardOperation, BoardStep } from '../protocol/whiteboard.js'
 * @import { Body, Place } from './codec.js'
 * @import { Box } from './geometry.js'
 * @typedef {object} Told an element as the server has it; without a body it is not there
 * @property {number} page
 * @property {string} by
 * @property {number} number of its last change
 * @property {string | null} body
 * @property {string | null} place
 * @typedef {object} Element an element as it is seen
 * @property {string} id
 * @property {number} page
 * @property {string} by
 * @property {Body} body
 * @property {Place} place
 * @property {Box} box
 * @property {Box} paints on which it paints
 * @typedef {{body: string | null, place: string | null, page: number}} Registers
 * @typedef {(text: string, size: number) => {width: number, height: number}} Measure
 */

export const FIRST_PAGE = 1;

export class Scene extends EventTarget {
  /** @type {Map<string, Told>} */
  #told = new Map();
  /** Steps that are not stored yet, in order. @type {Map<string, readonly BoardStep[]>} */
  #pending = new Map();
  /** @type {Map<string, Element>} */
  #elements = new Map();
  /** @type {Map<number, {index: BoxIndex, ids: Set<string>}>} */
  #pages = new Map();
  /** @type {Set<string>} */
  #stale = new Set();
  /** @type {Map<number, number>} */
  #cleared = new Map();
  #measure;
  #self;

  /** @param {Measure} measure @param {() => string} self */
  constructor(measure, self) {
    super();
    this.#measure = measure;
    this.#self = self;
  }

  /** @param {string} id */
  get(id) {
    return this.#elements.get(id);
  }

  /** @param {number} page @returns {Element[]} the lowest first */
  on(page) {
    return [...(this.#pages.get(page)?.ids ?? [])].map((id) => /** @type {Element} */ (this.#elements.get(id))).sort(above);
  }

  /** The elements that touch a part of a page, the lowest first. @param {number} page @param {Box} box */
  in(page, box) {
    const found = this.#pages.get(page)?.index.query(box) ?? [];
    return found.map((id) => /** @type {Element} */ (this.#elements.get(id))).sort(above);
  }

  get size() {
    return this.#elements.size;
  }

  /** The current state of an element, to restore it later. @param {string} id @returns {Registers} */
  registers(id) {
    const told = this.#told.get(id);
    let registers = { body: told?.body ?? null, place: told?.place ?? null, page: told?.page ?? FIRST_PAGE };
    for (const steps of this.#pending.values()) for (const step of steps) if (step.element === id) registers = after(registers, step);
    return registers;
  }

  /** Forgets everything but what this tab still has to send. */
  reset() {
    for (const id of this.#told.keys()) this.#stale.add(id);
    this.#told.clear();
    this.#cleared.clear();
    this.#settle();
  }

  /** @param {readonly {page: number, number: number}[]} cleared @param {readonly BoardEntry[]} entries */
  takePart(cleared, entries) {
    for (const { page, number } of cleared) this.#clear(page, number);
    for (const entry of entries) {
      const known = this.#told.get(entry.element);
      if ((known && known.number > entry.number) || this.#isCleared(entry.page, entry.number)) continue;
      const place = entry.place ?? null;
      // an empty one: it was deleted, and then moved by somebody who did not know
      const body = entry.body === '' ? null : (entry.body ?? (place === null ? null : (known?.body ?? null)));
      this.#told.set(entry.element, { page: entry.page, by: entry.by, number: entry.number, body, place });
      this.#stale.add(entry.element);
    }
    this.#settle();
  }

  /** @param {readonly BoardOperation[]} operations */
  takeOperations(operations) {
    for (const { number, by, key, cleared, steps } of operations) {
      if (by === this.#self()) this.#forget(key);
      if (cleared) this.#clear(cleared, number);
      steps.forEach((step, i) => this.#take(step, number + i, by));
    }
    this.#settle();
  }

  /** Shows at once what the server will be asked to store. @param {string} key @param {readonly BoardStep[]} steps */
  add(key, steps) {
    this.#pending.set(key, steps);
    for (const step of steps) this.#stale.add(step.element);
    this.#settle();
  }

  /** It is not going to be stored. @param {string} key */
  takeBack(key) {
    this.#forget(key);
    this.#settle();
  }

  /** A number that is the same for everybody who sees the same: of all elements that are stored. */
  hash() {
    let hash = 0;
    for (const [id, { page, body, place }] of this.#told) {
      if (body === null) continue;
      let one = 0x811c9dc5;
      for (const char of `${id} ${page} ${body} ${place}`) one = Math.imul(one ^ (char.codePointAt(0) ?? 0), 0x01000193);
      hash = (hash + (one >>> 0)) % 4294967296;
    }
    return hash.toString(16);
  }

  /** The order number for something that is to lie above everything. @param {number} page */
  top(page) {
    let top = 0;
    for (const id of this.#pages.get(page)?.ids ?? []) top = Math.max(top, this.#elements.get(id)?.place.z ?? 0);
    return top + 1;
  }

  /** @param {string} key */
  #forget(key) {
    for (const step of this.#pending.get(key) ?? []) this.#stale.add(step.element);
    this.#pending.delete(key);
  }

  /** @param {BoardStep} step @param {number} number @param {string} by */
  #take(step, number, by) {
    const known = this.#told.get(step.element);
    if ((known && known.number > number) || this.#isCleared(step.page, number)) return;
    const next = after({ body: known?.body ?? null, place: known?.place ?? null, page: known?.page ?? step.page }, step);
    this.#told.set(step.element, { ...next, by, number });
    this.#stale.add(step.element);
  }

  /** @param {number} page @param {number} number */
  #isCleared(page, number) {
    return number <= (this.#cleared.get(page) ?? 0);
  }

  /** @param {number} page @param {number} number */
  #clear(page, number) {
    if (this.#isCleared(page, number)) return;
    this.#cleared.set(page, number);
    for (const [id, told] of this.#told) {
      if (told.page !== page || told.number > number) continue;
      this.#told.delete(id);
      this.#stale.add(id);
    }
  }

  /** Works out what has become of elements that somebody touched, and tells where the page looks different now. */
  #settle() {
    if (this.#stale.size === 0) return;
    /** @type {Map<number, Box[]>} */
    const dirty = new Map();
    const note = (/** @type {Element | undefined} */ element) => {
      if (!element) return;
      const boxes = dirty.get(element.page);
      if (boxes) boxes.push(element.paints);
      else dirty.set(element.page, [element.paints]);
    };
    /** @type {Map<string, Registers>} */
    const pending = new Map();
    for (const steps of this.#pending.values()) {
      for (const step of steps) {
        if (!this.#stale.has(step.element)) continue;
        const told = this.#told.get(step.element);
        pending.set(step.element, after(pending.get(step.element) ?? { body: told?.body ?? null, place: told?.place ?? null, page: told?.page ?? step.page }, step));
      }
    }
    const changed = [...this.#stale];
    this.#stale.clear();
    for (const id of changed) {
      const before = this.#elements.get(id);
      const now = this.#read(id, pending.get(id));
      if (before) this.#remove(before);
      if (now) this.#put(now);
      if (before?.body !== now?.body || before?.place !== now?.place) [before, now].forEach(note);
    }
    this.dispatchEvent(Object.assign(new Event('change'), { dirty, changed }));
  }

  /** @param {string} id @param {Registers | undefined} pending @returns {Element | undefined} */
  #read(id, pending) {
    const told = this.#told.get(id);
    const { body: text, place: where, page } = pending ?? told ?? { body: null, place: null, page: 0 };
    if (text === null) return undefined;
    const before = this.#elements.get(id);
    const body = before && this.#texts.get(before.body) === text ? before.body : readBody(text);
    if (!body) return undefined;
    this.#texts.set(body, text);
    const place = readPlace(where);
    const box = boxOf(body, place, this.#measure);
    return { id, page, by: pending ? this.#self() : (told?.by ?? ''), body, place, box, paints: painted(box, body, place) };
  }

  /** As which a body was read, so that it is not read again for a new place. @type {WeakMap<Body, string>} */
  #texts = new WeakMap();

  /** @param {Element} element */
  #put(element) {
    this.#elements.set(element.id, element);
    const page = this.#pages.get(element.page) ?? { index: new BoxIndex(), ids: new Set() };
    this.#pages.set(element.page, page);
    page.ids.add(element.id);
    page.index.put(element.id, element.paints);
  }

  /** @param {Element} element */
  #remove(element) {
    this.#elements.delete(element.id);
    const page = this.#pages.get(element.page);
    page?.ids.delete(element.id);
    page?.index.remove(element.id);
  }
}

/** @param {Registers} registers @param {BoardStep} step @returns {Registers} */
function after(registers, { body = null, place = null, page }) {
  if (body === null && place === null) return { ...registers, body: null, place: null };
  return { body: body ?? registers.body, place: place ?? registers.place, page: body === null ? registers.page : page };
}

/** @param {Element} a @param {Element} b */
function above(a, b) {
  return a.place.z - b.place.z || (a.id < b.id ? -1 : 1);
}

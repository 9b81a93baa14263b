import { writeBody, writePlace } from './codec.js';

/**
 * The undo history of this tab: undoing is one more change, of the same elements to what they were. What others did to
 * other elements stays.
 *
 * @import { BoardStep } from '../protocol/whiteboard.js'
 * @import { Body, Place } from './codec.js'
 * @import { Scene } from './scene.js'
 * @typedef {{undo: BoardStep[], redo: BoardStep[]}} Deed
 */

const MOST = 200;

export class History extends EventTarget {
  /** @type {Deed[]} */
  #done = [];
  /** @type {Deed[]} */
  #undone = [];
  #scene;
  #draw;

  /** @param {Scene} scene @param {(steps: readonly BoardStep[]) => void} draw */
  constructor(scene, draw) {
    super();
    this.#scene = scene;
    this.#draw = draw;
  }

  get canUndo() {
    return this.#done.length > 0;
  }

  get canRedo() {
    return this.#undone.length > 0;
  }

  /** @param {readonly BoardStep[]} steps */
  do(steps) {
    if (steps.length === 0) return;
    const undo = steps.map((step) => this.#inverse(step));
    this.#done = [...this.#done.slice(1 - MOST), { undo, redo: [...steps] }];
    this.#undone = [];
    this.#say(steps);
  }

  undo() {
    const deed = this.#done.pop();
    if (!deed) return;
    this.#undone.push(deed);
    this.#say(deed.undo);
  }

  redo() {
    const deed = this.#undone.pop();
    if (!deed) return;
    this.#done.push(deed);
    this.#say(deed.redo);
  }

  /** In another room there is nothing to take back. */
  forget() {
    this.#done = [];
    this.#undone = [];
    this.dispatchEvent(new Event('change'));
  }

  /** @param {BoardStep} step @returns {BoardStep} */
  #inverse({ element, page, body, place }) {
    const before = this.#scene.registers(element);
    if (before.body === null) return { element, page };
    if (!body && place) return { element, page, place: before.place ?? place };
    return { element, page: before.page, body: before.body, ...(before.place ? { place: before.place } : {}) };
  }

  /** @param {readonly BoardStep[]} steps */
  #say(steps) {
    this.#draw(steps);
    this.dispatchEvent(new Event('change'));
  }
}

/** A new element, or all of an old one. @param {string} element @param {number} page @param {Body} body @param {Place} place @returns {BoardStep} */
export function whole(element, page, body, place) {
  return { element, page, body: writeBody(body), place: writePlace(place) };
}

/** @param {string} element @param {number} page @param {Place} place @returns {BoardStep} */
export function moved(element, page, place) {
  return { element, page, place: writePlace(place) };
}

/** @param {string} element @param {number} page @returns {BoardStep} */
export function deleted(element, page) {
  return { element, page };
}

/** For an element that is new. */
export function newId() {
  return crypto.randomUUID().replaceAll('-', '').slice(0, 22);
}

/**
 * Finds what lies in a part of a page: things are in all the cells that they touch, and very large ones in a list beside. Pure.
 *
 * @import { Box } from './geometry.js'
 */

const CELL = 512;
/** Things that touch more cells are looked at always. */
const MANY = 64;

export class BoxIndex {
  /** @type {Map<string, Set<string>>} */
  #cells = new Map();
  /** @type {Map<string, Box>} */
  #boxes = new Map();
  /** @type {Set<string>} */
  #large = new Set();

  /** @param {string} id @param {Box} box */
  put(id, box) {
    this.remove(id);
    this.#boxes.set(id, box);
    const cells = cellsOf(box);
    if (cells === null) {
      this.#large.add(id);
      return;
    }
    for (const cell of cells) {
      const there = this.#cells.get(cell);
      if (there) there.add(id);
      else this.#cells.set(cell, new Set([id]));
    }
  }

  /** @param {string} id */
  remove(id) {
    const box = this.#boxes.get(id);
    if (!box) return;
    this.#boxes.delete(id);
    if (this.#large.delete(id)) return;
    for (const cell of cellsOf(box) ?? []) {
      const there = this.#cells.get(cell);
      there?.delete(id);
      if (there?.size === 0) this.#cells.delete(cell);
    }
  }

  /** @param {string} id */
  boxOf(id) {
    return this.#boxes.get(id);
  }

  /** Ids of what touches a box, in no order. @param {Box} box @returns {string[]} */
  query(box) {
    const cells = cellsOf(box);
    if (cells === null || cells.length > this.#boxes.size) return [...this.#boxes].filter(([, other]) => overlap(box, other)).map(([id]) => id);
    /** @type {Set<string>} */
    const found = new Set(this.#large);
    for (const cell of cells) this.#cells.get(cell)?.forEach((id) => found.add(id));
    return [...found].filter((id) => overlap(box, /** @type {Box} */ (this.#boxes.get(id))));
  }
}

/** @param {Box} box @returns {string[] | null} null: too many */
function cellsOf({ x, y, width, height }) {
  const [left, top] = [Math.floor(x / CELL), Math.floor(y / CELL)];
  const [right, bottom] = [Math.floor((x + width) / CELL), Math.floor((y + height) / CELL)];
  if ((right - left + 1) * (bottom - top + 1) > MANY) return null;
  const cells = [];
  for (let row = top; row <= bottom; row++) for (let column = left; column <= right; column++) cells.push(`${column}:${row}`);
  return cells;
}

/** @param {Box} a @param {Box} b */
function overlap(a, b) {
  return a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height;
}

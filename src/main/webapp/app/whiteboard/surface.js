import { touches } from './geometry.js';
import { paint, paintPaper } from './paint.js';

/**
 * The canvas of the board: what lies still is painted once into tiles, which are only copied while the reader moves about; a change paints those tiles anew that
 * it touches. What moves at the moment is painted over them.
 *
 * @import { Box } from './geometry.js'
 * @import { Element, Scene } from './scene.js'
 * @import { PictureOf } from './paint.js'
 * @import { Viewport } from './viewport.js'
 * @import { Paper } from './codec.js'
 * @typedef {{canvas: HTMLCanvasElement, dirty: boolean, used: number}} Tile
 * @typedef {object} SurfaceParts
 * @property {Scene} scene
 * @property {Viewport} viewport
 * @property {PictureOf} pictureOf
 * @property {() => number} page
 * @property {() => Paper} paper
 * @property {(context: CanvasRenderingContext2D) => void} paintOver what moves, in units
 */

/** Pixels of a side. */
const TILE = 512;
const MOST_TILES = 80;
/** Milliseconds of a frame for painting tiles. */
const BUDGET = 7;

export class Surface {
  /** @type {Map<string, Tile>} */
  #tiles = new Map();
  /** Elements that move: not in the tiles. @type {ReadonlySet<string>} */
  lifted = new Set();
  #frame = 0;
  #asked = 0;
  #parts;
  #context;
  /** As it was last painted, for what is not painted yet at a new zoom. */
  #scaleOf = 0;

  /** @param {SurfaceParts} parts */
  constructor(parts) {
    this.#parts = parts;
    this.canvas = document.createElement('canvas');
    this.canvas.className = 'board-canvas';
    this.#context = /** @type {CanvasRenderingContext2D} */ (this.canvas.getContext('2d', { alpha: false }));
    parts.scene.addEventListener('change', (event) => {
      const dirty = /** @type {Map<number, Box[]>} */ (Reflect.get(event, 'dirty')).get(parts.page());
      if (dirty) this.spoil(dirty);
    });
  }

  /** @param {number} width @param {number} height in CSS pixels */
  resize(width, height) {
    const ratio = window.devicePixelRatio;
    this.canvas.width = Math.max(1, Math.round(width * ratio));
    this.canvas.height = Math.max(1, Math.round(height * ratio));
    this.#parts.viewport.resize(width, height);
    this.ask();
  }

  /** These parts look different now. @param {readonly Box[]} boxes */
  spoil(boxes) {
    for (const [key, tile] of this.#tiles) {
      const area = areaOf(key);
      if (boxes.some((box) => touches(area, box))) tile.dirty = true;
    }
    this.ask();
  }

  /** Everything looks different. */
  spoilAll() {
    for (const tile of this.#tiles.values()) tile.dirty = true;
    this.ask();
  }

  /** Another page. */
  forget() {
    this.#tiles.clear();
    this.ask();
  }

  /** Paints with the next frame. */
  ask() {
    this.#asked ||= requestAnimationFrame(() => {
      this.#asked = 0;
      this.#paint();
    });
  }

  close() {
    cancelAnimationFrame(this.#asked);
    this.#tiles.clear();
  }

  #paint() {
    const { viewport, paintOver } = this.#parts;
    const ratio = window.devicePixelRatio;
    const scale = viewport.zoom * ratio;
    const context = this.#context;
    this.#frame++;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.fillStyle = '#ffffff';
    context.fillRect(0, 0, this.canvas.width, this.canvas.height);
    const done = this.#paintTiles(scale, viewport.seen());
    context.setTransform(scale, 0, 0, scale, -viewport.x * scale, -viewport.y * scale);
    paintOver(context);
    if (!done) this.ask();
    this.#evict();
  }

  /** @param {number} scale pixels of a unit @param {Box} seen @returns {boolean} whether all is as it should be */
  #paintTiles(scale, seen) {
    const side = TILE / scale;
    const until = performance.now() + BUDGET;
    let done = true;
    if (this.#scaleOf !== scale) this.#paintOld(scale, seen);
    /** @type {Array<[number, number]>} */
    const wanted = [];
    for (let row = Math.floor(seen.y / side); row * side <= seen.y + seen.height; row++) {
      for (let column = Math.floor(seen.x / side); column * side <= seen.x + seen.width; column++) wanted.push([column, row]);
    }
    for (const [column, row] of wanted) {
      const tile = this.#tileAt(column, row, scale);
      if (tile.dirty && performance.now() < until) this.#paintTile(tile, { x: column * side, y: row * side, width: side, height: side }, scale);
      if (tile.dirty) done = false;
      tile.used = this.#frame;
      if (tile.used && tile.canvas.width > 0) this.#context.drawImage(tile.canvas, Math.round(column * TILE - seen.x * scale), Math.round(row * TILE - seen.y * scale));
    }
    if (done) this.#scaleOf = scale;
    return done;
  }

  /** Tiles of the zoom before, larger or smaller, until those of this one are there. @param {number} scale @param {Box} seen */
  #paintOld(scale, seen) {
    for (const [key, tile] of this.#tiles) {
      const area = areaOf(key);
      if (tile.canvas.width === 0 || Number(key.split(' ')[2]) !== this.#scaleOf || !touches(area, seen)) continue;
      this.#context.drawImage(tile.canvas, (area.x - seen.x) * scale, (area.y - seen.y) * scale, area.width * scale, area.height * scale);
    }
  }

  /** @param {number} column @param {number} row @param {number} scale @returns {Tile} */
  #tileAt(column, row, scale) {
    const key = `${column} ${row} ${scale}`;
    const known = this.#tiles.get(key);
    if (known) return known;
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 0;
    const tile = { canvas, dirty: true, used: 0 };
    this.#tiles.set(key, tile);
    return tile;
  }

  /** @param {Tile} tile @param {Box} area @param {number} scale */
  #paintTile(tile, area, scale) {
    const { scene, page, paper, pictureOf } = this.#parts;
    if (tile.canvas.width === 0) tile.canvas.width = tile.canvas.height = TILE;
    const context = /** @type {CanvasRenderingContext2D} */ (tile.canvas.getContext('2d', { alpha: false }));
    context.setTransform(scale, 0, 0, scale, -area.x * scale, -area.y * scale);
    paintPaper(context, paper(), area, 1 / scale);
    for (const element of scene.in(page(), area)) if (!this.lifted.has(element.id)) paint(context, element, pictureOf, 1 / scale);
    tile.dirty = false;
  }

  #evict() {
    if (this.#tiles.size <= MOST_TILES) return;
    const oldest = [...this.#tiles].sort(([, a], [, b]) => a.used - b.used);
    for (const [key] of oldest.slice(0, this.#tiles.size - MOST_TILES)) this.#tiles.delete(key);
  }

  /** Lifts elements out of the tiles, or puts them back. @param {readonly Element[]} elements */
  lift(elements) {
    const before = this.lifted;
    this.lifted = new Set(elements.map(({ id }) => id));
    const { scene } = this.#parts;
    const boxes = [...before, ...this.lifted].map((id) => scene.get(id)?.paints).filter((box) => box !== undefined);
    this.spoil(boxes);
  }
}

/** The box that a tile shows, in units. @param {string} key @returns {Box} */
function areaOf(key) {
  const [column, row, scale] = key.split(' ').map(Number);
  const side = TILE / scale;
  return { x: column * side, y: row * side, width: side, height: side };
}

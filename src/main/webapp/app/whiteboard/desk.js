import { History } from './history.js';
import { measure, paint } from './paint.js';
import { Scene, FIRST_PAGE } from './scene.js';
import { Selection } from './selection.js';
import { Surface } from './surface.js';
import { Viewport } from './viewport.js';

/**
 * The state that all tools share: scene, viewport, selection and drawing style.
 *
 * @import { BoardStep } from '../protocol/whiteboard.js'
 * @import { Page, Paper, Place } from './codec.js'
 * @import { Element } from './scene.js'
 * @typedef {Pick<Place, 'color' | 'width' | 'filled'>} Style
 * @typedef {{element: string | null, page: number, text: string, paper: Paper, z: number}} Sheet a page of the board; the first one is there without an element
 */

export class Desk extends EventTarget {
  /** @type {Style} */
  style = { color: '#1d2b28', width: 4, filled: false };
  mayDraw = true;
  #page = FIRST_PAGE;
  /** Paints what moves over the board at the moment. @type {(context: CanvasRenderingContext2D) => void} */
  paintOver = () => undefined;

  /**
   * @param {object} parts
   * @param {() => string} parts.self
   * @param {(steps: readonly BoardStep[]) => void} parts.draw
   * @param {import('./paint.js').PictureOf} parts.pictureOf
   */
  constructor({ self, draw, pictureOf }) {
    super();
    this.pictureOf = pictureOf;
    this.scene = new Scene(measure, self);
    this.history = new History(this.scene, draw);
    this.viewport = new Viewport();
    this.selection = new Selection(this.scene, () => this.#page);
    this.surface = new Surface({
      scene: this.scene,
      viewport: this.viewport,
      pictureOf,
      page: () => this.#page,
      paper: () => this.sheet.paper,
      paintOver: (context) => this.paintOver(context),
    });
    this.viewport.addEventListener('change', () => this.surface.ask());
    this.selection.addEventListener('change', () => this.surface.ask());
    this.scene.addEventListener('change', (event) => this.#sceneChanged(event));
  }

  get page() {
    return this.#page;
  }

  /** The pages of the board, in their order. @returns {Sheet[]} */
  get sheets() {
    const pages = this.scene.on(0).filter(({ body }) => body.kind === 'page');
    const sheets = pages.map(({ id, body, place }) => ({ element: id, page: place.x, text: /** @type {Page} */ (body).text, paper: /** @type {Page} */ (body).paper, z: place.z }));
    const first = sheets.some(({ page }) => page === FIRST_PAGE) ? [] : [{ element: null, page: FIRST_PAGE, text: '', paper: /** @type {Paper} */ ('plain'), z: 0 }];
    return [...first, ...sheets.filter(({ page }, i) => page >= FIRST_PAGE && sheets.findIndex((other) => other.page === page) === i)].sort((a, b) => a.z - b.z);
  }

  /** The page that is shown. */
  get sheet() {
    const { sheets } = this;
    return sheets.find(({ page }) => page === this.#page) ?? sheets[0];
  }

  /** @param {number} page */
  show(page) {
    if (page === this.#page) return;
    this.#page = page;
    this.selection.are([]);
    this.surface.forget();
    this.dispatchEvent(new Event('page'));
  }

  /** All that is on the page: the lowest first. */
  elements() {
    return this.scene.on(this.#page);
  }

  /** @param {CanvasRenderingContext2D} context @param {Element} element @param {number} pixel */
  paint(context, element, pixel) {
    paint(context, element, this.pictureOf, pixel);
  }

  /** @param {Event} event */
  #sceneChanged(event) {
    const dirty = /** @type {Map<number, unknown>} */ (Reflect.get(event, 'dirty'));
    if (!dirty.has(0)) return;
    // somebody has taken away the page that is shown, or changed its paper
    if (!this.sheets.some(({ page }) => page === this.#page)) this.show(FIRST_PAGE);
    this.surface.spoilAll();
    this.dispatchEvent(new Event('page'));
  }
}

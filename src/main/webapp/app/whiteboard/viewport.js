/**
 * The visible part of the page. Pure but for its listeners.
 *
 * @import { Box, Point } from './geometry.js'
 */

export const LEAST = 0.05;
export const MOST = 8;

export class Viewport extends EventTarget {
  /** Of the upper left corner, in units. */
  x = -200;
  y = -120;
  /** CSS pixels of a unit. */
  zoom = 1;
  width = 0;
  height = 0;

  /** @param {number} width @param {number} height in CSS pixels */
  resize(width, height) {
    if (width === this.width && height === this.height) return;
    this.width = width;
    this.height = height;
    this.#changed();
  }

  /** The visible box, in units. @returns {Box} */
  seen() {
    return { x: this.x, y: this.y, width: this.width / this.zoom, height: this.height / this.zoom };
  }

  /** @param {number} x @param {number} y in CSS pixels from the corner of the canvas @returns {Point} */
  unit(x, y) {
    return { x: this.x + x / this.zoom, y: this.y + y / this.zoom };
  }

  /** @param {Point} point in units @returns {Point} in CSS pixels */
  pixel({ x, y }) {
    return { x: (x - this.x) * this.zoom, y: (y - this.y) * this.zoom };
  }

  /** @param {number} dx @param {number} dy in CSS pixels */
  pan(dx, dy) {
    this.x += dx / this.zoom;
    this.y += dy / this.zoom;
    this.#changed();
  }

  /** Keeps what is at a place there. @param {number} factor @param {number} [x] @param {number} [y] in CSS pixels */
  zoomBy(factor, x = this.width / 2, y = this.height / 2) {
    const zoom = Math.max(LEAST, Math.min(MOST, this.zoom * factor));
    this.x += x / this.zoom - x / zoom;
    this.y += y / this.zoom - y / zoom;
    this.zoom = zoom;
    this.#changed();
  }

  /** Shows all of a box, as large as it fits. @param {Box} box @param {number} [most] zoom */
  show(box, most = MOST) {
    if (this.width === 0 || this.height === 0) return;
    const margin = 40;
    const zoom = Math.min((this.width - margin) / Math.max(1, box.width), (this.height - margin) / Math.max(1, box.height), most);
    this.zoom = Math.max(LEAST, zoom);
    this.x = box.x + box.width / 2 - this.width / 2 / this.zoom;
    this.y = box.y + box.height / 2 - this.height / 2 / this.zoom;
    this.#changed();
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }
}

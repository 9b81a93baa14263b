import { set } from '../ui/dom.js';

/**
 * Puts a tile where the layout wants it; it glides there.
 *
 * @param {HTMLElement} element
 * @param {import('./layout.js').Rect} rect
 */
export function placeTile(element, { x, y, width, height }) {
  const { style } = element;
  style.setProperty('transform', `translate(${x}px, ${y}px)`);
  style.setProperty('width', `${width}px`);
  style.setProperty('height', `${height}px`);
  set(element, 'data-small', width < 220);
}

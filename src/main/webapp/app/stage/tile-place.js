import { set } from '../ui/dom.js';

/**
 * @import { Rect } from './layout.js'
 */

const GLIDE = { duration: 180, easing: 'ease-out' };

/** @type {WeakMap<HTMLElement, { rect: Rect, glide?: Animation }>} */
const places = new WeakMap();

/**
 * Puts a tile where the layout wants it. It has its new size at once and glides there, so that what is in it is laid out once and not with
 * every frame.
 *
 * @param {HTMLElement} element
 * @param {Rect} rect
 */
export function placeTile(element, rect) {
  const { x, y, width, height } = rect;
  const place = places.get(element);
  if (place && same(place.rect, rect)) return;
  const { style } = element;
  style.setProperty('transform', `translate(${x}px, ${y}px)`);
  style.setProperty('width', `${width}px`);
  style.setProperty('height', `${height}px`);
  set(element, 'data-small', width < 220);
  place?.glide?.cancel();
  const still = !place || matchMedia('(prefers-reduced-motion: reduce)').matches;
  places.set(element, { rect, glide: still ? undefined : element.animate({ transform: [over(place.rect, rect), style.transform] }, GLIDE) });
}

/** The transform that lays a tile of the size of `rect` over the middle of `old`, as large as that, and in its own proportions. @param {Rect} old @param {Rect} rect */
export function over(old, { width, height }) {
  const scale = Math.sqrt((old.width * old.height) / (width * height || 1));
  const x = old.x + (old.width - width) / 2;
  const y = old.y + (old.height - height) / 2;
  return `translate(${x}px, ${y}px) scale(${scale})`;
}

/** @param {Rect} a @param {Rect} b */
export function same(a, b) {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}
